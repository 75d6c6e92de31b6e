import type { CauseDefinition } from '../types';
import { roleMismatch, unknownExchangeType } from './modes';
import { peerAddressMismatch } from './peers';
import { phase2ProposalOrPfsMismatch, proposalMismatchOrSm } from './phase2';
import { phase1ProposalMismatch, responderDhMismatch } from './proposals';
import { rekeyFail, rekeyNoFindOldSa } from './rekeying';
import { routeLimit } from './routes';
import { unsupportedVersion, versionMismatch } from './versions';
import { xauthAuthenticationFail, xauthAuthenticationTimeout } from './xauth';

/** The negotiation causes, in the order of the reference. */
export const negotiationCauses: readonly CauseDefinition[] = [
  peerAddressMismatch,
  phase1ProposalMismatch,
  phase2ProposalOrPfsMismatch,
  proposalMismatchOrSm,
  rekeyFail,
  rekeyNoFindOldSa,
  responderDhMismatch,
  roleMismatch,
  routeLimit,
  unknownExchangeType,
  unsupportedVersion,
  versionMismatch,
  xauthAuthenticationFail,
  xauthAuthenticationTimeout,
];
