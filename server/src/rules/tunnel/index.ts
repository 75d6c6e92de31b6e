import type { TunnelRule } from '../tunnelRule';
import { authenticationMethod } from './authenticationMethod';
import { dhGroup } from './dhGroup';
import { ikeEncryption } from './ikeEncryption';
import { ikeHash } from './ikeHash';
import { ikeIntegrity } from './ikeIntegrity';
import { ikePrf } from './ikePrf';

/** Every rule about the two ends of a tunnel, in the order of the negotiation. */
export const tunnelRules: readonly TunnelRule[] = [
  ikeEncryption,
  ikeHash,
  ikeIntegrity,
  ikePrf,
  dhGroup,
  authenticationMethod,
];
