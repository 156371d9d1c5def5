import { at, next, type Stop } from './stop.ts';

const customers = at('customers', '/customers', /Came last/);
const owing = at('customers-owing', '/customers?owing', /customers owe/);
const customer = next('customer', owing, async (page) => {
  await page.getByRole('list', { name: 'Owe money' }).getByRole('link').first().click();
  await page.getByText('Earlier jobs').first().waitFor();
});
const car = next('car', customer, async (page) => {
  await page.locator('a[href^="/customers/car/"]').filter({ visible: true }).first().click();
  await page.getByText('Visits and earlier jobs').first().waitFor();
});

/** Customers as the demo has them: the last ones, who owes, one of them and a car. */
export const customerStops: readonly Stop[] = [
  customers,
  owing,
  customer,
  car,
  at('customers-found', '/customers?q=12', /customer/),
  at('customers-not-found', '/customers?q=98989898', /Nobody found/),
  at('customer-missing', '/customers/nobody', /not on this phone/),
  at('car-missing', '/customers/car/KA01ZZ0001', /on this phone/),
];
