// Files named `later-…` are loaded when they are needed and kept from then on (on-demand.config.ts): this one brings
// jsPDF, the fonts and all that is shown of papers.
export { JobPapers } from './job-papers.tsx';
