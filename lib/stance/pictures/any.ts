import type { ResidualsPicture } from "./annotators";
import type { CountsPicture } from "./counts";
import type { GenrePicture } from "./genre";
import type { LabelsPicture } from "./labels";
import type { MastheadPicture } from "./masthead";
import type { Picture, PictureName } from "./picture";
import type { SpeakersPicture } from "./speakers";
import type { TimePicture } from "./time";
import type { VoicePicture } from "./voice";

/** What each picture is drawn from. */
export type PictureData = {
  readonly counts: CountsPicture;
  readonly voice: VoicePicture;
  readonly speakers: SpeakersPicture;
  readonly time: TimePicture;
  readonly genre: GenrePicture;
  readonly labels: LabelsPicture;
  readonly annotators: ResidualsPicture;
  readonly masthead: MastheadPicture;
};

/** A picture that can be drawn, by its name. */
export type Drawable = { readonly [Name in PictureName]: { readonly name: Name; readonly data: PictureData[Name] } }[PictureName];
/** One of the pictures, or why there is none. */
export type AnyPicture = { readonly [Name in PictureName]: { readonly name: Name; readonly picture: Picture<PictureData[Name]> } }[PictureName];

/** The drawable part of a picture; null where it has a reason instead. */
export const drawableOf = ({ name, picture }: AnyPicture): Drawable | null => (picture.value === null ? null : ({ name, data: picture.value } as Drawable));
