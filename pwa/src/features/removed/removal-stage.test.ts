import { describe, expect, it } from 'vitest';
import { removalStage } from './removal-stage.ts';

const removal = (handedOver: boolean, wiped = false) => ({ handedOver, wiped });
const work = { online: true, waitingActs: 2, refused: 1 };

describe('the phone of somebody who was removed', () => {
  it('hands over what only it has, and says so while it cannot', () => {
    expect(removalStage({ ...work, removal: removal(false) }, true)).toBe('sending');
    expect(removalStage(work, true)).toBe('sending');
    expect(removalStage({ ...work, online: false }, true)).toBe('away');
    expect(removalStage(work, false)).toBe('away');
  });

  it('says that the owner has it as soon as the server does, signal or not', () => {
    expect(removalStage({ ...work, removal: removal(true) }, true)).toBe('kept');
    expect(removalStage({ ...work, online: false, removal: removal(true) }, false)).toBe('kept');
  });

  it('never speaks of work where there was none', () => {
    expect(removalStage({ online: true, waitingActs: 0, refused: 0, removal: removal(false) }, true)).toBe(
      'nothing',
    );
  });

  it('says what is gone once it is gone', () => {
    expect(
      removalStage({ online: true, waitingActs: 0, refused: 0, removal: removal(true, true) }, true),
    ).toBe('wiped');
  });
});
