import {
  agreeHandOver,
  closeDay,
  decideDeposit,
  money,
  recordDeposit,
  takeOverCash,
  totalKey,
  workshopDay,
  type ActResult,
  type CloseDayInput,
  type DayClose,
  type Deposit,
  type DepositDecision,
  type DepositInput,
  type Money,
  type Settlement,
  type ShownHandOver,
  type TakeOverInput,
} from '@revops/domain';
import { paymentGroups } from './payment-groups.ts';
import type { DocumentReader } from './reader.ts';
import type { BuildAct } from './save-act.ts';

/** More counts of one day than anybody makes. */
const CLOSES_OF_A_DAY = 50;

const gone: ActResult = { ok: false, reason: { code: 'invalid' } };

const heldBy = async (documents: DocumentReader, person: string): Promise<Money> =>
  money(await documents.total(totalKey.cash(person)));

/** What people do with cash, each with what it has to read in the transaction of the save. */
export const buildCashActs = {
  agreeHandOver:
    (shown: ShownHandOver): BuildAct =>
    async (context, documents) => {
      const { head, followers } = await documents.group(shown.settlementId);
      const known = head === undefined ? undefined : { settlement: head as unknown as Settlement, followers };
      return agreeHandOver(context, shown, known);
    },
  takeOverCash:
    (input: TakeOverInput, payments: readonly string[]): BuildAct =>
    async (context, documents) =>
      takeOverCash(context, input, {
        held: await heldBy(documents, input.from),
        groups: await paymentGroups(documents, payments),
      }),
  recordDeposit:
    (input: DepositInput): BuildAct =>
    (context) =>
      recordDeposit(context, input),
  decideDeposit:
    (
      depositId: string,
      input: { readonly verdict: DepositDecision['verdict']; readonly reason?: string },
    ): BuildAct =>
    async (context, documents) => {
      const { head, followers } = await documents.group(depositId);
      return head === undefined ? gone : decideDeposit(context, head as unknown as Deposit, followers, input);
    },
  closeDay:
    (input: CloseDayInput): BuildAct =>
    async (context, documents) => {
      const person = input.person ?? context.userId;
      const day = workshopDay(context.now, context.workshop.timeZone);
      const last = await documents.list<DayClose>(`dayClose|${person}|`, CLOSES_OF_A_DAY);
      const closes = last.filter((close) => close.day === day);
      return closeDay(context, input, { held: await heldBy(documents, person), closes });
    },
} as const;
