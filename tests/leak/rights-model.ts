/** Written apart from the domain's own rules on purpose: two wordings of one law that must agree. */
export type Role = 'owner' | 'manager' | 'technician' | 'customer';

export type HeldKeys = 'all' | readonly string[];

/** What a person reads with; somebody who was removed reads with nothing. */
export function heldKeys(role: Role, userId: string, isMember: boolean): HeldKeys {
  if (!isMember) return [];
  if (role === 'owner') return 'all';
  if (role === 'manager') return ['everyone', 'staff', `desk:${userId}`];
  return ['everyone', `${role === 'technician' ? 'tech' : 'customer'}:${userId}`];
}

export function opens(keys: HeldKeys, access: readonly string[] | undefined): boolean {
  if (access === undefined) return false;
  return keys === 'all' || keys.some((key) => access.includes(key));
}

type Fields = Readonly<Record<string, unknown>>;

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const desk = (value: unknown): string => `desk:${String(value)}`;

/** Who may read a document, by the table of documents.md; what belongs to a job goes where its job is now. */
export function rightfulAccess(document: Fields, job: Fields | undefined): readonly string[] {
  const place = desk(job?.['desk'] ?? document['desk']);
  const technicians = texts(job?.['assigned'] ?? document['assigned']).map((id) => `tech:${id}`);
  switch (document['type']) {
    case 'workshop':
      return ['everyone'];
    case 'member':
      return ['staff'];
    case 'device':
      return [desk(document['userId'])];
    case 'customer':
    case 'vehicle':
      return document['shared'] === true ? ['staff'] : texts(document['desks']).map(desk);
    case 'job':
      return [desk(document['desk'])];
    case 'jobEvent':
      return [place, ...(document['kind'] === 'amount' ? [] : technicians)];
    case 'photo':
      return [place, ...technicians];
    case 'visit':
      return document['shared'] === true ? ['staff'] : [place];
    case 'payment':
    case 'paymentProof':
    case 'paymentCancellation':
    case 'paymentDecision':
    case 'paymentClash':
      return [place, desk(document['collectedBy'])];
    case 'waiver':
    case 'waiverDecision':
      return [place];
    case 'settlement':
    case 'settlementDecision':
    case 'settlementReceipt':
      return [desk(document['from']), desk(document['to'])];
    case 'deposit':
    case 'depositDecision':
    case 'dayClose':
      return [desk(document['person'])];
    case 'review':
      return [];
    case 'paper':
      // What the test itself writes as the server: its readers are what it says.
      return texts(document['access']);
    default:
      throw new Error(`the model knows no documents of type ${String(document['type'])}`);
  }
}

export const sorted = (keys: readonly string[]): string[] => [...new Set(keys)].toSorted();
