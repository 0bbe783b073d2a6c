import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import type { SectionView, UnitView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMaySomewhere } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { givenWords, type TypedWords } from '../../kit/given-words.ts';
import { WordsFields } from '../../kit/words-fields.tsx';
import { useChains } from '../chains/use-chains.ts';
import { sectionsTexts } from './sections-texts.ts';

interface Typed {
  name: TypedWords;
  slug: string;
  description?: TypedWords;
  unitId?: string | null;
  chainId?: string | null;
  correctionChainId?: string | null;
  updateChainId?: string | null;
  lastHand: SectionView['lastHand'];
}

/** Opens a section, or names it anew. Its address is fixed once it is open. */
export function SectionDialog({
  section,
  position,
  onClose,
}: {
  section: SectionView | null;
  position: number;
  onClose: () => void;
}) {
  const words = useWords(sectionsTexts);
  const kit = useWords(kitTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const units = useSectionUnits();
  const chains = useSectionChains();
  const { run, busy } = useAct<SectionView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async ({
    slug,
    unitId,
    chainId,
    correctionChainId,
    updateChainId,
    lastHand,
    ...typed
  }: Typed): Promise<void> => {
    const body = {
      name: givenWords(typed.name),
      description: givenWords(typed.description),
      unitId: unitId ?? null,
      chainId: chainId ?? null,
      correctionChainId: correctionChainId ?? null,
      updateChainId: updateChainId ?? null,
      lastHand,
    };
    const saved = section
      ? await run('PATCH', `/sections/${section.id}`, { ...body, read: section })
      : await run('POST', '/sections', { ...body, slug, position });
    if (!saved) return;
    void message.success(section ? words.saved : words.opened);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={section ? words.changeTitle : words.open} width={480}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{
          name: section?.name,
          slug: section?.slug,
          description: section?.description,
          unitId: section?.unitId ?? null,
          chainId: section?.chainId ?? null,
          correctionChainId: section?.correctionChainId ?? null,
          updateChainId: section?.updateChainId ?? null,
          lastHand: section?.lastHand ?? 'rostered',
        }}
        onFinish={(typed) => void save(typed)}
      >
        <WordsFields label={words.name} needed={words.needed} />
        {section ? (
          <p className="meta" style={{ marginBottom: 16 }}>
            {words.slug}: <span className="num">/sections/{section.slug}</span> · {words.slugFixed}
          </p>
        ) : (
          <Form.Item
            name="slug"
            label={words.slug}
            extra={words.slugHint}
            rules={[{ required: true, pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, message: words.slugWrong }]}
          >
            <Input maxLength={40} prefix="/sections/" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
        )}
        <WordsFields name="description" label={words.about} maxLength={200} />
        {units.length > 0 && (
          <Form.Item name="unitId" label={words.unit} extra={words.unitHint}>
            <Select allowClear options={units} placeholder={words.unitNone} />
          </Form.Item>
        )}
        {chains.options.length > 0 && (
          <>
            <Form.Item name="chainId" label={words.chain} extra={words.chainHint}>
              <Select allowClear options={chains.options} placeholder={words.chainDefault(chains.standing)} />
            </Form.Item>
            <Form.Item name="correctionChainId" label={words.correctionChain}>
              <Select allowClear options={chains.options} placeholder={words.chainSame} />
            </Form.Item>
            <Form.Item name="updateChainId" label={words.updateChain}>
              <Select allowClear options={chains.options} placeholder={words.chainSame} />
            </Form.Item>
          </>
        )}
        <Form.Item name="lastHand" label={words.lastHand} extra={words.lastHandHint}>
          <Select
            options={(['rostered', 'always', 'anybody'] as const).map((value) => ({
              value,
              label: words.lastHands[value],
            }))}
          />
        </Form.Item>
        <SaveButton busy={busy}>{section ? kit.save : words.open}</SaveButton>
      </Form>
    </Modal>
  );
}

// Chains that a section may name: an urgent story is chosen one by one.
function useSectionChains(): { options: { value: string; label: string }[]; standing: string } {
  const language = useLanguage();
  const all = useChains().data?.items ?? [];
  const name = (one: (typeof all)[number] | undefined): string => (one ? inWords(one.name, language) : '');
  return {
    options: all.filter((one) => !one.ended && !one.isUrgent).map((one) => ({ value: one.id, label: name(one) })),
    standing: name(all.find((one) => one.isDefault)),
  };
}

// A section may belong to a department; then grants narrowed to that department reach it.
function useSectionUnits(): { value: string; label: string }[] {
  const language = useLanguage();
  const maySee = useMaySomewhere('unit.see');
  const units = useQuery({
    queryKey: ['units', 'sections'],
    enabled: maySee,
    queryFn: ({ signal }) => read<{ items: UnitView[] }>('/units', {}, { signal }),
  });
  return (units.data?.items ?? [])
    .filter((unit) => unit.kind === 'section' && unit.closedAt === null)
    .map((unit) => ({ value: unit.id, label: inWords(unit.name, language) }));
}
