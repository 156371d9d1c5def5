export type Method = 'Cash' | 'UPI' | 'Card';
export type State = 'waiting' | 'confirmed' | 'rejected' | 'cancelled' | 'clash';

export interface Car {
  readonly plate: string;
  readonly customer: string;
  desk: string;
  bill: number;
  waived: number;
  status: 'pending' | 'in_progress' | 'completed' | 'delivered';
}

export interface Slip {
  readonly car: Car;
  /** Rupees; a refund is negative. */
  readonly amount: number;
  readonly method: Method;
  readonly by: string;
  state: State;
  utr?: string;
}

/** Cash from hand to hand; without a receiver it went to the bank. */
export interface Move {
  readonly from: string;
  readonly to: string | undefined;
  readonly amount: number;
  /** How many payments it names. */
  readonly covers: number;
  state: 'waiting' | 'confirmed';
}

/** What an owner reads of one day; whole rupees. */
export interface DayFigures {
  readonly totalJobs: number;
  readonly totalRevenue: number;
  readonly totalCollected: number;
  readonly totalConfirmed: number;
  readonly outstandingCredits: number;
  readonly averageJobValue: number;
}

export interface PersonFigures {
  readonly jobs: number;
  readonly revenue: number;
  readonly received: number;
  readonly cash: number;
}

const counts = ({ state }: Slip): boolean => state === 'waiting' || state === 'confirmed';
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const amountsOf = (all: readonly { readonly amount: number }[]): number =>
  sum(all.map(({ amount }) => amount));
const isDone = ({ status }: Car): boolean => status === 'completed' || status === 'delivered';

/**
 * The day's book kept beside the app by the test itself, with pencil and paper: it knows nothing of the app's own
 * arithmetic, so that a mistake there cannot be made here as well. In whole rupees.
 */
export class DayLedger {
  readonly cars: Car[] = [];
  readonly slips: Slip[] = [];
  readonly moves: Move[] = [];
  /** Everybody who works here now. */
  readonly people: string[];

  constructor(people: readonly string[]) {
    this.people = [...people];
  }

  takeIn(
    { plate, name }: { readonly plate: string; readonly name: string },
    desk: string,
    bill: number,
  ): Car {
    const car: Car = { plate, customer: name, desk, bill, waived: 0, status: 'pending' };
    this.cars.push(car);
    return car;
  }

  pay(car: Car, amount: number, method: Method, by: string): Slip {
    const slip: Slip = { car, amount, method, by, state: 'waiting' };
    this.slips.push(slip);
    return slip;
  }

  /** Counts once both sides have said so, which is at once unless told otherwise. */
  move(from: string, to: string | undefined, amount: number, more: Partial<Move> = {}): Move {
    const move: Move = { from, to, amount, covers: 0, state: 'confirmed', ...more };
    this.moves.push(move);
    return move;
  }

  leave(person: string): void {
    this.people.splice(this.people.indexOf(person), 1);
  }

  /** Whoever works here, and whoever left with work or money in the book. */
  everybody(): string[] {
    const written = [...this.slips.map(({ by }) => by), ...this.cars.map(({ desk }) => desk)];
    return [...new Set([...this.people, ...written])];
  }

  /** Every change of the cash in somebody's hand. */
  cashMoves(person: string): number[] {
    const taken = this.slips.filter((slip) => slip.by === person && slip.method === 'Cash' && counts(slip));
    const moved = this.moves.filter(({ state }) => state === 'confirmed');
    return [
      ...taken.map(({ amount }) => amount),
      ...moved.filter(({ from }) => from === person).map(({ amount }) => -amount),
      ...moved.filter(({ to }) => to === person).map(({ amount }) => amount),
    ];
  }

  cash(person: string): number {
    return sum(this.cashMoves(person));
  }

  /** Counted and handed over, and not agreed to yet. */
  onTheWay(person: string): number {
    return amountsOf(this.moves.filter(({ from, state }) => from === person && state === 'waiting'));
  }

  /** Money of a method in a state; 0 where there is none. */
  money(method: Method | undefined, state: State): number {
    return amountsOf(
      this.slips.filter((slip) => slip.state === state && slip.method === (method ?? slip.method)),
    );
  }

  received(car: Car, ...states: readonly State[]): number {
    return amountsOf(this.slips.filter((slip) => slip.car === car && states.includes(slip.state)));
  }

  /** Still to collect, whether the work is done or not. */
  balance(car: Car): number {
    return car.bill - car.waived - this.received(car, 'waiting', 'confirmed');
  }

  /** Finished cars that are not paid for. */
  dues(): Car[] {
    return this.cars.filter((car) => isDone(car) && this.balance(car) > 0);
  }

  ofPerson(person: string): PersonFigures {
    const cars = this.cars.filter(({ desk }) => desk === person);
    return {
      jobs: cars.length,
      revenue: sum(cars.filter(isDone).map(({ bill, waived }) => bill - waived)),
      received: amountsOf(this.slips.filter((slip) => slip.by === person && counts(slip))),
      cash: this.cash(person),
    };
  }

  figures(): DayFigures {
    const done = this.cars.filter(isDone);
    const totalRevenue = sum(done.map(({ bill, waived }) => bill - waived));
    return {
      totalJobs: this.cars.length,
      totalRevenue,
      totalCollected: this.money(undefined, 'waiting') + this.money(undefined, 'confirmed'),
      totalConfirmed: this.money(undefined, 'confirmed'),
      outstandingCredits: sum(this.dues().map((car) => this.balance(car))),
      averageJobValue: done.length === 0 ? 0 : totalRevenue / done.length,
    };
  }
}
