import { money } from '@revops/domain';
import { Phone } from 'lucide-react';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { JobRow } from '#src/components/ui/job-row.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { Stamp } from '#src/components/ui/stamp.tsx';
import { StatusTrack } from '#src/components/ui/status-track.tsx';
import { m } from '#src/words/compiled/messages.js';
import { KitRow, KitSection } from './kit-section.tsx';
import { KitStubs } from './kit-stubs.tsx';
import { names } from './kit-samples.ts';

const kinds = ['private', 'commercial', 'electric', 'electric_commercial', 'rental', 'temporary'] as const;
const states = ['waiting', 'confirmed', 'rejected', 'cancelled', 'clash'] as const;
const nothing = () => undefined;

/** Plate, stamp and stub, and the rows made of them. */
export function KitSignature() {
  return (
    <>
      <KitSection title="Plate">
        <KitRow>
          {kinds.map((kind) => (
            <Plate key={kind} plate="MH12AB1234" kind={kind} />
          ))}
        </KitRow>
        <KitRow>
          {kinds.map((kind) => (
            <Plate key={kind} plate="22BH1234AA" kind={kind} size="m" />
          ))}
        </KitRow>
        <KitRow>
          <Plate plate="MH12AB1234" size="l" />
          <Plate plate="KA05MN7" size="l" kind="commercial" />
          <span className="w-56">
            <Plate plate="CORPS DIPLOMATIQUE 77 CD 12" size="m" />
          </span>
        </KitRow>
      </KitSection>
      <KitSection title="Stamp">
        <KitRow>
          {states.map((state) => (
            <Stamp key={state} state={state} />
          ))}
          <Stamp state="confirmed" landing label={m.kit_stamp_now()} />
        </KitRow>
      </KitSection>
      <KitSection title="RowMark">
        <KitRow>
          <RowMark state="phone" />
          <RowMark state="server" />
          <RowMark state="refused" />
          <RowMark state="phone" compact />
        </KitRow>
      </KitSection>
      <KitStubs />
      <KitJobRows />
      <KitSection title="StatusTrack">
        {['pending', 'progress', 'done', 'cancelled'].map((current) => (
          <div key={current} className="bg-surface p-4">
            <StatusTrack label={`${m.kit_status()} · ${current}`} current={current} steps={steps()} />
          </div>
        ))}
      </KitSection>
    </>
  );
}

const steps = () => [
  { key: 'pending', label: m.kit_step_pending() },
  { key: 'progress', label: m.kit_step_progress() },
  { key: 'check', label: m.kit_step_check() },
  { key: 'done', label: m.kit_step_done() },
  { key: 'delivered', label: m.kit_step_delivered() },
];

function KitJobRows() {
  const call = <IconButton icon={Phone} label={m.kit_call()} onClick={nothing} />;
  return (
    <KitSection title="JobRow, SectionHeading">
      <div>
        <SectionHeading tone="refused" count={1} aside={m.kit_to_collect()}>
          {m.kit_late()}
        </SectionHeading>
        <JobRow
          to="/dev/kit"
          plate="MH12AB1234"
          title={names.raj}
          due={money(200_000)}
          note={m.kit_due_yesterday()}
          tone="late"
          action={call}
        />
        <SectionHeading count={4}>{m.kit_promised()}</SectionHeading>
        <JobRow
          to="/dev/kit"
          plate="MH14GT0420"
          kind="commercial"
          title={names.tours}
          due={money(11_250_000)}
          note={m.kit_by_five()}
          mark="phone"
        />
        <JobRow
          to="/dev/kit"
          plate="22BH1234AA"
          kind="electric"
          title={names.doctor}
          due={money(0)}
          note={m.kit_by_six()}
          mark="server"
          selected
        />
        <JobRow
          to="/dev/kit"
          plate="KA05MN7"
          title={names.anil}
          due={money(-20_000)}
          note={m.kit_ready()}
          mark="refused"
        />
        <JobRow to="/dev/kit" plate="DL01C9999" title={names.anil} due={null} note={m.kit_step_pending()} />
      </div>
    </KitSection>
  );
}
