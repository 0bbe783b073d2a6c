import type { ReportErrorPageProps, ReportErrorThanksPageProps } from '@xiangyin/server/contract';
import { langOf } from '../here.ts';
import { TextArea, TextField } from '../shell/fields.tsx';
import { Form, Honeypot, titleWithProblems } from '../shell/form.tsx';
import type { View } from '../view.ts';

/** A reader says what is wrong in a story; no account. */
export const reportError: View<ReportErrorPageProps> = {
  head: ({ form }, here) => ({ title: titleWithProblems(here, form, here.t.newsroom.report.title), isPrivate: true }),
  Body: ({ props: { story, form }, here }) => {
    const words = here.t.newsroom.report;
    const address = here.to(`/stories/${story.slug}`);
    return (
      <div class="wrap page narrow">
        <h1>{words.title}</h1>
        <p class="deck">{words.lead}</p>
        <p class="quiet">
          {words.about}{' '}
          <a href={address} {...langOf(here, story.language)}>
            {story.title}
          </a>
        </p>
        <Form
          here={here}
          form={form}
          labels={{ what: words.what, quote: words.quote, contact: words.contact }}
          send={words.send}
        >
          <TextArea
            here={here}
            form={form}
            name="what"
            label={words.what}
            hint={words.whatHint}
            required
            maxLength={1000}
          />
          <TextField
            here={here}
            form={form}
            name="quote"
            label={words.quote}
            hint={words.quoteHint}
            help={{ autocomplete: 'off', maxLength: 300 }}
          />
          <TextField
            here={here}
            form={form}
            name="contact"
            label={words.contact}
            hint={words.contactHint}
            help={{ autocomplete: 'email', maxLength: 100 }}
          />
          <Honeypot here={here} />
        </Form>
        <p class="back">
          <a href={address}>{words.cancel}</a>
        </p>
      </div>
    );
  },
};

/** After the report. */
export const reportErrorThanks: View<ReportErrorThanksPageProps> = {
  head: (_, { t }) => ({ title: t.newsroom.thanks.title, isPrivate: true }),
  Body: ({ props, here }) => {
    const words = here.t.newsroom.thanks;
    return (
      <div class="wrap page narrow">
        <h1>{words.title}</h1>
        <p class="deck">
          {words.text}
          {props.answerWanted && here.gap + words.answer}
        </p>
        <p class="quiet" {...langOf(here, props.story.language)}>
          {props.story.title}
        </p>
        <p class="ways">
          <a class="button button-primary" href={here.to(`/stories/${props.story.slug}`)}>
            {words.back}
          </a>
        </p>
      </div>
    );
  },
};
