import { designNames, versionedName, viewsIn, viewText, type DesignName } from './views.ts';

export interface DesignDocument {
  readonly _id: string;
  readonly language: 'javascript';
  readonly views: Readonly<Record<string, { readonly map: string }>>;
}

const toDesign = (design: DesignName): DesignDocument => ({
  _id: `_design/${versionedName(design)}`,
  language: 'javascript',
  views: Object.fromEntries(viewsIn(design).map((view) => [view, { map: viewText(view) }])),
});

/** The design documents of every workshop. */
export const designDocuments: readonly DesignDocument[] = designNames.map((design) => toDesign(design));
