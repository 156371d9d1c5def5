// Files named `later-…` are fetched at rest and kept from then on; until then the plain question stands in for them.
export { DeliverForm } from './deliver-form.tsx';
export { Delivered } from './delivered.tsx';
export { DiscountForm } from '#src/components/waivers/discount-form.tsx';
export { DiscountKeep } from '#src/components/waivers/discount-keep.tsx';
