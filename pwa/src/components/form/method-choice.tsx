import type { PaymentMethod } from '@revops/domain';
import { MethodPicker, type Choice } from '#src/components/ui/method-picker.tsx';
import { m } from '#src/words/compiled/messages.js';
import { methodWord } from '#src/words/method-words.ts';

export interface MethodChoiceProps {
  readonly value: PaymentMethod;
  readonly onChange: (method: PaymentMethod) => void;
}

/** The three usual ways, and behind Other the two that are rare on a shop floor. */
export function MethodChoice({ value, onChange }: MethodChoiceProps) {
  const isOther = value === 'bank' || value === 'cheque';
  const usual: Choice<PaymentMethod | 'other'>[] = [
    ...(['cash', 'upi', 'card'] as const).map((method) => ({ value: method, label: methodWord(method) })),
    { value: 'other', label: m.pay_other() },
  ];
  const rare: Choice<PaymentMethod>[] = [
    { value: 'bank', label: m.pay_bank() },
    { value: 'cheque', label: methodWord('cheque') },
  ];
  return (
    <>
      <MethodPicker
        label={m.pay_method()}
        options={usual}
        value={isOther ? 'other' : value}
        onChange={(next) => onChange(next === 'other' ? 'bank' : next)}
      />
      {isOther && (
        <MethodPicker label={m.pay_other_method()} options={rare} value={value} onChange={onChange} />
      )}
    </>
  );
}
