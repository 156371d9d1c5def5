import type { PhotoKind } from '@revops/domain';
import type { PhotoPlace } from '#src/data/queries/photos.ts';
import { m } from '#src/words/compiled/messages.js';

const kinds: Readonly<Record<PhotoKind, () => string>> = {
  before: () => m.photos_kind_before(),
  during: () => m.photos_kind_during(),
  after: () => m.photos_kind_after(),
  part: () => m.photos_kind_part(),
  paper: () => m.photos_kind_paper(),
  other: () => m.photos_kind_other(),
};

/** What a picture shows. */
export const photoKindWord = (kind: PhotoKind): string => kinds[kind]();

const places: Readonly<Record<PhotoPlace, { readonly short: () => string; readonly long: () => string }>> = {
  waiting: { short: () => m.photos_place_waiting(), long: () => m.photos_place_waiting_text() },
  here: { short: () => m.photos_place_here(), long: () => m.photos_place_here_text() },
  away: { short: () => m.photos_place_away(), long: () => m.photos_place_away_text() },
  refused: { short: () => m.photos_place_refused(), long: () => m.photos_place_refused_text() },
};

/** Where a picture is, as short as it stands under its tile. */
export const photoPlaceWord = (place: PhotoPlace): string => places[place].short();

/** Where a picture is, as a sentence. */
export const photoPlaceText = (place: PhotoPlace): string => places[place].long();
