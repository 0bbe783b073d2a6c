import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inWords } from '#places';
import { ExplainedError } from '#platform/explained-error';
import type { CommandCall } from '#platform/manifest';
import { CountyProblem } from '../../new-county.ts';
import { startCounty } from '../start-county.ts';
import type { Started, StartStep } from '../start-county.ts';
import { mailIn, providerIn, smsIn, startRequest } from '../start-request.ts';
import type { Flags, StartRequest } from '../start-request.ts';
import { askProvider, tryMail, trySms } from '../trials.ts';
import type { Trial } from '../trials.ts';
import { redirect, send } from './answers.ts';
import type { Asked } from './answers.ts';
import { donePage, kitPage } from './done-page.ts';
import { plainPage } from './page.ts';
import { readForm } from './read-form.ts';
import { reviewPage } from './review-page.ts';
import { countySoFar, screenSteps, without } from './screen-steps.ts';
import type { Field, ScreenStep } from './screen-steps.ts';
import { screenTexts } from './screen-texts.ts';
import { stepPage } from './step-page.ts';
import { workPage } from './work-page.ts';

/** What is being done, or was. */
type Work =
  | { readonly is: 'nothing' }
  | { readonly is: 'under-way' | 'stopped'; readonly at: StartStep; readonly why: string }
  | { readonly is: 'done'; readonly started: Started; readonly request: StartRequest; readonly kit: string | null };

/** The pages of one start, for whoever was let in: a step after the other, the work, and the end. What was typed stays here, as options of the command. */
export class StartPages {
  /** Answers whether the county stands. */
  readonly ended: Promise<boolean>;
  readonly #call: CommandCall;
  #resolve: (stands: boolean) => void = () => undefined;
  #flags: Flags = {};
  // How far the steps may be opened.
  #reached = 0;
  #work: Work = { is: 'nothing' };

  constructor(call: CommandCall) {
    this.#call = call;
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Nobody goes on. */
  end(): void {
    this.#resolve(this.#work.is === 'done');
  }

  /** Answers a request. Throws TooLarge, and what was not foreseen. */
  async answer(asked: Asked): Promise<void> {
    await (asked.request.method === 'POST' ? this.#take(asked) : this.#show(asked));
  }

  // ── Shown ─────────────────────────────────────────────────────────────────────────────────────────────────────

  async #show(asked: Asked): Promise<void> {
    const work = this.#work;
    if (work.is === 'done') return this.#showDone(asked, work);
    if (work.is === 'under-way' || (work.is === 'stopped' && asked.path === '/work')) return showWork(asked, work);
    const step = screenSteps.find(({ name }) => asked.path === `/steps/${name}`);
    if (!step || screenSteps.indexOf(step) > this.#reached)
      return redirect(asked, `/steps/${screenSteps[this.#reached]?.name}`);
    this.#showStep(asked, step);
  }

  #showStep(asked: Asked, step: ScreenStep, beside: { problem?: CountyProblem; trial?: Trial } = {}): void {
    const { app } = this.#call;
    const problem = beside.problem ? { option: fieldOf(beside.problem), words: beside.problem.words } : null;
    const shown = { step, steps: screenSteps, flags: this.#flags, reached: this.#reached, problem };
    const page = { ...asked, path: `/steps/${step.name}` };
    const status = problem === null ? 200 : 422;
    if (step.name !== 'review') {
      const fields = step.fields(this.#flags, app);
      return send(asked, status, stepPage(page, { ...shown, fields, trial: beside.trial ?? null }));
    }
    const parts = screenSteps.slice(0, -1).map((one) => ({ step: one, fields: one.fields(this.#flags, app) }));
    const demonstration = app.counties.all().find((county) => county.demonstration);
    const name = demonstration ? inWords(demonstration.name, asked.language) : null;
    send(asked, status, reviewPage(page, { ...shown, parts, demonstration: name }));
  }

  async #showDone(asked: Asked, { started, request, kit }: Extract<Work, { is: 'done' }>): Promise<void> {
    if (asked.path === '/kit' && kit !== null) return send(asked, 200, kitPage(asked, await readFile(kit, 'utf8')));
    if (asked.path !== '/done') return redirect(asked, '/done');
    send(asked, 200, donePage(asked, { started, kit, name: inWords(request.county.name, asked.language) }));
  }

  // ── Taken ─────────────────────────────────────────────────────────────────────────────────────────────────────

  async #take(asked: Asked): Promise<void> {
    const work = this.#work;
    if (work.is === 'done') return this.#takeAfterwards(asked, work);
    const step = screenSteps.find(({ name }) => asked.path === `/steps/${name}`);
    if (!step || work.is === 'under-way') return redirect(asked, '/');
    try {
      await this.#takeStep(asked, step);
    } catch (error) {
      this.#showStep(asked, step, { problem: asProblem(error) });
    }
  }

  async #takeAfterwards(asked: Asked, work: Extract<Work, { is: 'done' }>): Promise<void> {
    if (asked.path === '/end') {
      const t = screenTexts[asked.language];
      send(asked, 200, plainPage({ ...asked, path: '/' }, t.finished, t.finishedLead));
      return this.end();
    }
    if (asked.path === '/kit-removal' && work.kit !== null) {
      await rm(work.kit, { force: true });
      this.#work = { ...work, kit: null };
    }
    redirect(asked, '/done');
  }

  async #takeStep(asked: Asked, step: ScreenStep): Promise<void> {
    const { app } = this.#call;
    const form = await readForm(asked.request);
    if (step.name === 'review') return this.#begin(asked, form);
    await this.#note(step.fields(this.#flags, app), form);
    await step.check(this.#flags, app);
    const trial = step.trials.find((one) => one === form.get('go'));
    if (trial !== undefined) return this.#showStep(asked, step, { trial: await this.#try(asked, trial) });
    const next = screenSteps.indexOf(step) + 1;
    this.#reached = Math.max(this.#reached, next);
    redirect(asked, `/steps/${screenSteps[next]?.name}`);
  }

  async #note(fields: readonly Field[], form: FormData): Promise<void> {
    const flags: Record<string, string | true> = { ...this.#flags };
    for (const { option, kind } of fields) {
      const given = form.get(option);
      const value = given instanceof File ? await this.#keepList(given) : (given ?? '').trim();
      // What is not shown again stays where nothing is typed.
      const stays = (kind === 'secret' || kind === 'file') && !form.has(`${option}-forgotten`);
      if (value !== '') flags[option] = value;
      else if (!stays) delete flags[option];
      // Either a code or a list: who gives one lets go of the other.
      if (value !== '' && option === 'division') delete flags['places'];
      if (value !== '' && option === 'places') delete flags['division'];
    }
    this.#flags = flags['pack'] === 'cn' ? without(flags, ['levels', 'emergencies']) : without(flags, ['division']);
  }

  async #keepList(file: File): Promise<string> {
    if (file.size === 0) return '';
    const path = join(this.#listFolder, basename(file.name) || 'places.csv');
    await mkdir(this.#listFolder, { recursive: true, mode: 0o700 });
    await writeFile(path, Buffer.from(await file.arrayBuffer()), { mode: 0o600 });
    return path;
  }

  get #listFolder(): string {
    return join(this.#call.app.settings.varDirectory, 'county-start');
  }

  async #try(asked: Asked, what: ScreenStep['trials'][number]): Promise<Trial> {
    const { app } = this.#call;
    const { name, languages } = countySoFar(this.#flags);
    const language = languages[0] ?? asked.language;
    const sender = { name: inWords(name, language), language };
    const trials = {
      mail: async () => tryMail(app, sender, await mailIn(this.#flags)),
      sms: async () => trySms(app, sender, await smsIn(this.#flags)),
      provider: async () => askProvider(app, await providerIn(this.#flags)),
    };
    return (await trials[what]()) ?? { ok: false, words: screenTexts[asked.language].nothingToTry };
  }

  // ── The work ──────────────────────────────────────────────────────────────────────────────────────────────────

  async #begin(asked: Asked, form: FormData): Promise<void> {
    const { app } = this.#call;
    if (this.#reached < screenSteps.length - 1) return redirect(asked, '/');
    const removes = form.has('remove-demonstration');
    if (!removes && app.counties.all().some((county) => county.demonstration))
      throw new CountyProblem('remove-demonstration', '要先勾上 · must be ticked first');
    const flags: Flags = removes ? { ...this.#flags, 'remove-demonstration': true } : this.#flags;
    const request = await startRequest(flags, app);
    this.#work = { is: 'under-way', at: 'settings', why: '' };
    void this.#start(request);
    redirect(asked, '/work');
  }

  async #start(request: StartRequest): Promise<void> {
    const lines: string[] = [];
    let at: StartStep = 'settings';
    const show = (step: StartStep): void => {
      at = step;
      this.#work = { is: 'under-way', at, why: '' };
    };
    try {
      const started = await startCounty({ ...this.#call, say: (line) => void lines.push(line) }, request, show);
      this.#work = started
        ? { is: 'done', started, request, kit: request.kit }
        : { is: 'stopped', at, why: lines.slice(-20).join('\n') };
      if (started) await rm(this.#listFolder, { recursive: true, force: true });
    } catch (error) {
      this.#work = { is: 'stopped', at, why: this.#whyOf(error) };
    }
  }

  #whyOf(error: unknown): string {
    if (error instanceof ExplainedError || error instanceof CountyProblem) return error.message;
    this.#call.app.log.error('the start of a county failed', { error: error instanceof Error ? error : undefined });
    return '没有料到的错误，原因写在终端里 · An unexpected error; the terminal says why';
  }
}

function showWork(asked: Asked, { is, at, why }: Extract<Work, { is: 'under-way' | 'stopped' }>): void {
  if (asked.path !== '/work') return redirect(asked, '/work');
  send(asked, 200, workPage(asked, { at, stopped: is === 'stopped' ? why : null }));
}

// A secret is read from a file on the command line, and typed here.
const fieldOf = ({ option }: CountyProblem): string | null => option?.replace(/-file$/, '') ?? null;

function asProblem(error: unknown): CountyProblem {
  if (error instanceof CountyProblem) return error;
  if (error instanceof ExplainedError) return new CountyProblem(null, error.message);
  throw error;
}
