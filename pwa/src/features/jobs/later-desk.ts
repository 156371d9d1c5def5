// Files named `later-…` are loaded when they are needed and kept from then on: phones never need the table and the board.
export { DeskJobs } from './desk/desk-jobs.tsx';
