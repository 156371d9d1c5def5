// Files named `later-…` are fetched at rest and kept from then on; until then the plain question stands in for them.
export { DeliverForm } from './deliver-form.tsx';
export { Delivered } from './delivered.tsx';
