import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { VisitCode } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { presenceTexts } from '../presence-texts.ts';

/** The code of a visit to the station, large enough to be read across the counter; asked for anew as it changes. */
export function CodeDialog({ visitId, onClose }: { visitId: string; onClose: () => void }) {
  const { code } = useWords(presenceTexts);
  const times = useTimes();
  const shown = useQuery({
    queryKey: ['visit-code', visitId],
    queryFn: ({ signal }) => read<VisitCode>(`/visits/${visitId}/code`, {}, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <Modal open onCancel={onClose} footer={null} title={code.title} width={420}>
      <Loaded query={shown} rows={1}>
        {(now) => (
          <>
            <p className="num" style={{ fontSize: 40, textAlign: 'center', margin: '12px 0' }} aria-live="polite">
              {now.code}
            </p>
            <p className="meta">
              {code.hint} {times.clock(now.until)}
            </p>
          </>
        )}
      </Loaded>
    </Modal>
  );
}
