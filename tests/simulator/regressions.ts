interface Seed {
  readonly seed: number;
  readonly why: string;
}

/** Seeds that broke a promise once, and what was wrong; every run begins with them. */
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
];

/** Seeds that break a promise today: known, and not mended yet. Runs begin with them too; the suite does not. */
export const stillBroken: readonly Seed[] = [
  { seed: 952440245, why: 'not every time and without a restore: it did not end within four minutes' },
  {
    seed: 732204729,
    why: 'not every time and without a restore: a customer whose clock the server has lowered keeps the higher one on its writer’s phone',
  },
  { seed: 952440241, why: 'a number of a phone whose clock ran ahead is neither stored nor listed anywhere' },
  {
    seed: 952440243,
    why: 'after a restore, an owner’s word that moved a job to another desk is not on the server, though later words of that phone are',
  },
];
