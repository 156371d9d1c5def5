// @vitest-environment happy-dom
import type { AnyDocument } from '@revops/domain';
import { Navigate, Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { byName } from '#src/components/testing/by-name.ts';
import { deliveredJob, jobInHand, rajsCar, rajsCard } from '#src/components/testing/customer-samples.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { CarScreen } from './car-screen.tsx';

let screen: OpenScreen;
afterEach(async () => screen.close());

const open = async (
  address: string,
  documents: readonly AnyDocument[] = [rajsCard, rajsCar, deliveredJob, jobInHand],
) => {
  screen = await openScreen(
    <Routes>
      <Route path="/" element={<Navigate to={address} replace />} />
      <Route path="/customers/car/:plate" element={<CarScreen />} />
    </Routes>,
    {},
    documents,
  );
};
const link = (name: string | RegExp): string | null =>
  byName(document.body, 'link', name).getAttribute('href');

describe('a car’s page', () => {
  it('has its people and every visit, and no second card while it is in hand', async () => {
    await open('/customers/car/MH12AB1234');
    await screen.says('Raj Kumar');
    await screen.says('Clutch plate');
    await screen.says('In the workshop · 1');
    expect(screen.text()).not.toContain('New job for this car');
    expect(link('Call Raj Kumar')).toBe('tel:+919812345678');
  });

  it('leads to a new job when the car is out, and says when a plate is not here', async () => {
    await open('/customers/car/MH12AB1234', [rajsCard, rajsCar, deliveredJob]);
    await screen.says('Clutch plate');
    expect(link('New job for this car')).toBe('/jobs/new?plate=MH12AB1234');
    await screen.close();
    await open('/customers/car/KA01ZZ1');
    await screen.says(/No car .* on this phone/);
  });
});
