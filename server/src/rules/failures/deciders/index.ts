import { accounting } from './accounting';
import { addressPool } from './addressPool';
import { admission, peerCount } from './admission';
import { appliedPolicy } from './appliedPolicy';
import { duplicateSpi, liveAssociation } from './associations';
import { certificates } from './certificates';
import type { Decider } from './decider';
import { interfaceAddress, interfaces } from './interfaces';
import { licence } from './licence';
import { maskFilter } from './maskFilter';
import { failedRenewal, otherEndsReason, otherEndsRefusal, otherEndsView, sameMoment } from './records';
import { revocation } from './revocation';
import { strangers } from './strangers';
import { tracks } from './tracks';

/** Every decider; what explains comes before what only tells. */
export const deciders: readonly Decider[] = [
  certificates,
  revocation,
  addressPool,
  licence,
  admission,
  tracks,
  accounting,
  interfaces,
  interfaceAddress,
  appliedPolicy,
  maskFilter,
  duplicateSpi,
  sameMoment,
  failedRenewal,
  otherEndsReason,
  otherEndsRefusal,
  peerCount,
  strangers,
  otherEndsView,
  liveAssociation,
];
