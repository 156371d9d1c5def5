interface Seed {
  readonly seed: number;
  readonly why: string;
}

/**
 * Seeds that broke a promise once, and what was wrong; every run begins with them. A history picks from what people can
 * do, so with each new act it becomes another one: what was mended has a test of its own beside the engine.
 */
export const regressions: readonly Seed[] = [
  { seed: 136, why: 'a restore during the first fill took what that phone had sent' },
  { seed: 142, why: 'as 136, with a role that had changed meanwhile' },
  {
    seed: 3,
    why: 'what was accepted after the phone’s last look at the feed was lost to a restore that it did not notice',
  },
  { seed: 144, why: 'as 3, with a job that an owner moved back and forth' },
  { seed: 1001, why: 'as 3' },
  { seed: 1010, why: 'as 3, with a cloned phone' },
  {
    seed: 127,
    why: 'a photo’s bytes came after the copy and were not sent again, because its entry was in it',
  },
  {
    seed: 24,
    why: 'the check took what was refused of an entry, written twice by a cloned phone, for a second stored one',
  },
  { seed: 732204735, why: 'the check took a lowered clock without its former value for a lost word' },
  {
    seed: 732204729,
    why: 'a branch that was sent during a first sync stayed beside the join that the list named, with its clock that ran ahead',
  },
  {
    seed: 952440241,
    why: 'an entry of the same id came back from another phone first, and its own number was forgotten',
  },
  { seed: 837011947, why: 'as 952440241' },
  {
    seed: 952440243,
    why: 'a job was moved away and back again, and the later clock under the same value was not said again after a restore',
  },
  {
    seed: 837011934,
    why: 'a word under a lowered clock came back after a restore and was taken for one that had been lowered before',
  },
  {
    seed: 735406478,
    why: 'the edit of a phone whose clock was hours behind was older than what it had read, and lost without a word',
  },
];
