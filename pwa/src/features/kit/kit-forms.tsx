import { useState } from 'react';
import { DateChips } from '#src/components/form/date-chips.tsx';
import { Field } from '#src/components/form/field.tsx';
import { PlateField } from '#src/components/form/plate-field.tsx';
import { Select } from '#src/components/form/select.tsx';
import { TextArea } from '#src/components/form/text-area.tsx';
import { SearchBar } from '#src/components/ui/search-bar.tsx';
import { m } from '#src/words/compiled/messages.js';
import { KitSection } from './kit-section.tsx';

/** Every control: empty, filled, wrong, off. */
export function KitForms() {
  const [query, setQuery] = useState('1234');
  const [promise, setPromise] = useState<string | undefined>('tomorrow');
  return (
    <KitSection title="Form">
      <div className="px-gutter grid max-w-3xl gap-6 desk:grid-cols-2">
        <KitPlateFields />
        <Field label={m.kit_customer()} optional hint={m.kit_customer_hint()} defaultValue="Raj Kumar" />
        <Field
          label={m.kit_phone()}
          prefix="+91"
          inputMode="tel"
          defaultValue="98"
          error={m.kit_phone_error()}
        />
        <Field label={m.kit_estimate()} prefix="₹" inputMode="decimal" disabled defaultValue="5,000" />
        <Select
          label={m.kit_method()}
          defaultValue="upi"
          options={[
            { value: 'cash', label: m.kit_cash() },
            { value: 'upi', label: m.kit_upi() },
          ]}
        />
        <Select
          label={m.kit_method()}
          placeholder={m.kit_choose()}
          error={m.kit_choose()}
          options={[{ value: 'cash', label: m.kit_cash() }]}
        />
        <TextArea
          label={m.kit_complaint()}
          hint={m.kit_customer_hint()}
          defaultValue={m.kit_banner_waiting()}
        />
        <DateChips
          label={m.kit_promise()}
          value={promise}
          onChange={setPromise}
          min="2026-07-18"
          choices={[
            { value: 'today', label: m.kit_today_six() },
            { value: 'tomorrow', label: m.kit_tomorrow() },
            { value: 'two', label: '+2' },
          ]}
        />
        <SearchBar label={m.kit_find()} value={query} onChange={setQuery} />
        <SearchBar label={`${m.kit_find()} 2`} value="" onChange={setQuery} placeholder={m.kit_find()} />
      </div>
    </KitSection>
  );
}

function KitPlateFields() {
  const [plate, setPlate] = useState('');
  const [other, setOther] = useState('MH14GT0420');
  const [wrong, setWrong] = useState('');
  return (
    <>
      <PlateField
        label={m.kit_plate()}
        value={plate}
        onChange={setPlate}
        districts={['MH12', 'MH14', 'KA05']}
      />
      <PlateField
        label={m.kit_plate()}
        value={other}
        onChange={setOther}
        kind="commercial"
        hint={m.kit_customer_hint()}
      />
      <PlateField label={m.kit_plate()} value={wrong} onChange={setWrong} error={m.kit_plate_error()} />
    </>
  );
}
