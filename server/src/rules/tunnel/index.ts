import type { TunnelRule } from '../tunnelRule';
import { ahAuthentication } from './ahAuthentication';
import { ahThroughNat } from './ahThroughNat';
import { authenticationMethod } from './authenticationMethod';
import { dhGroup } from './dhGroup';
import { dpdMessage } from './dpdMessage';
import { dpdOneEnd } from './dpdOneEnd';
import { encapsulationMode } from './encapsulationMode';
import { espAuthentication } from './espAuthentication';
import { espEncryption } from './espEncryption';
import { exchangeMode } from './exchangeMode';
import { heartbeat } from './heartbeat';
import { heartbeatForm } from './heartbeatForm';
import { ikeEncryption } from './ikeEncryption';
import { ikeHash } from './ikeHash';
import { ikeIntegrity } from './ikeIntegrity';
import { ikePrf } from './ikePrf';
import { ikeVersion } from './ikeVersion';
import { lifetime } from './lifetime';
import { manualSa } from './manualSa';
import { natTraversal } from './natTraversal';
import { netmask } from './netmask';
import { peerAddress } from './peerAddress';
import { peerId } from './peerId';
import { perfectForwardSecrecy } from './perfectForwardSecrecy';
import { preSharedKey } from './preSharedKey';
import { protectedFlow } from './protectedFlow';
import { sha2Truncation } from './sha2Truncation';
import { transform } from './transform';

/** Every rule about the two ends of a tunnel, in the order of the negotiation. */
export const tunnelRules: readonly TunnelRule[] = [
  peerAddress,
  ikeVersion,
  exchangeMode,
  ikeEncryption,
  ikeHash,
  ikeIntegrity,
  ikePrf,
  dhGroup,
  peerId,
  preSharedKey,
  authenticationMethod,
  protectedFlow,
  netmask,
  encapsulationMode,
  transform,
  espEncryption,
  espAuthentication,
  ahAuthentication,
  perfectForwardSecrecy,
  sha2Truncation,
  manualSa,
  dpdMessage,
  dpdOneEnd,
  heartbeat,
  heartbeatForm,
  lifetime,
  natTraversal,
  ahThroughNat,
];
