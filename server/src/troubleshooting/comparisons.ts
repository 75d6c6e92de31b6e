import type { CauseDefinition, CauseStep, StepCommand } from '../causes/types';
import { ahWithEncryption } from '../rules/ahWithEncryption';
import { emptySecurity } from '../rules/emptySecurity';
import { equalIds } from '../rules/equalIds';
import { heartbeatTimeout } from '../rules/heartbeatTimeout';
import { incompletePeer } from '../rules/incompletePeer';
import { missingLocalId } from '../rules/missingLocalId';
import { netmaskFilter } from '../rules/netmaskFilter';
import { overlappingAcls } from '../rules/overlappingAcls';
import { ownRemoteAddress } from '../rules/ownRemoteAddress';
import type { RuleBase } from '../rules/rule';
import { securityAclKind } from '../rules/securityAclKind';
import { smWithIkev2 } from '../rules/smWithIkev2';
import { spokeOverlap } from '../rules/spokeOverlap';
import { tunnelRules } from '../rules/tunnel';
import { ahAuthentication } from '../rules/tunnel/ahAuthentication';
import { authenticationMethod } from '../rules/tunnel/authenticationMethod';
import { dhGroup } from '../rules/tunnel/dhGroup';
import { dpdMessage } from '../rules/tunnel/dpdMessage';
import { dpdOneEnd } from '../rules/tunnel/dpdOneEnd';
import { encapsulationMode } from '../rules/tunnel/encapsulationMode';
import { espAuthentication } from '../rules/tunnel/espAuthentication';
import { espEncryption } from '../rules/tunnel/espEncryption';
import { exchangeMode } from '../rules/tunnel/exchangeMode';
import { heartbeat } from '../rules/tunnel/heartbeat';
import { heartbeatForm } from '../rules/tunnel/heartbeatForm';
import { ikeEncryption } from '../rules/tunnel/ikeEncryption';
import { ikeHash } from '../rules/tunnel/ikeHash';
import { ikeIntegrity } from '../rules/tunnel/ikeIntegrity';
import { ikePrf } from '../rules/tunnel/ikePrf';
import { ikeVersion } from '../rules/tunnel/ikeVersion';
import { lifetime } from '../rules/tunnel/lifetime';
import { natTraversal } from '../rules/tunnel/natTraversal';
import { netmask } from '../rules/tunnel/netmask';
import { peerAddress } from '../rules/tunnel/peerAddress';
import { peerId } from '../rules/tunnel/peerId';
import { perfectForwardSecrecy } from '../rules/tunnel/perfectForwardSecrecy';
import { preSharedKey } from '../rules/tunnel/preSharedKey';
import { protectedFlow } from '../rules/tunnel/protectedFlow';
import { transform } from '../rules/tunnel/transform';
import { tunnelDestination } from '../rules/tunnelDestination';
import { unappliedPolicy } from '../rules/unappliedPolicy';
import { userTable } from '../rules/userTable';

/** A field of an output, and the rules that look at the same setting. */
export type ComparedFields = Readonly<Record<string, readonly RuleBase[]>>;

const POLICY: ComparedFields = {
  'Security data flow': [protectedFlow, overlappingAcls, spokeOverlap, securityAclKind],
  'Perfect forward secrecy': [perfectForwardSecrecy],
};

/** What the rules compare of the settings that `display` commands show: by the first words of the command, then by the field. */
export const SHOWN: Readonly<Record<string, ComparedFields>> = {
  'display ike proposal': {
    'Authentication Method': [authenticationMethod],
    'Authentication Algorithm': [ikeHash],
    'Encryption Algorithm': [ikeEncryption, smWithIkev2],
    'Diffie-Hellman Group': [dhGroup],
    'Integrity Algorithm': [ikeIntegrity],
    'Prf Algorithm': [ikePrf],
    'SA Duration(Seconds)': [lifetime],
  },
  'display ike peer': {
    'IKE version': [ikeVersion],
    'Exchange mode': [exchangeMode],
    'Remote IP': [peerAddress, ownRemoteAddress, incompletePeer, tunnelDestination],
    'Pre-shared-key': [preSharedKey, incompletePeer],
    'Local ID type': [peerId, missingLocalId],
    'Local ID': [peerId, missingLocalId, equalIds],
    'Remote ID type': [peerId],
    'Remote ID': [peerId, equalIds],
    'NAT-traversal': [natTraversal],
    DPD: [dpdOneEnd],
    'DPD message': [dpdMessage],
  },
  'display ike user-table': {
    'User ID-type': [userTable],
    'User ID': [userTable],
    'Interface-assign': [userTable],
  },
  'display ipsec proposal': {
    'Encapsulation mode': [encapsulationMode],
    Transform: [transform, ahWithEncryption],
    'AH protocol': [ahAuthentication, smWithIkev2],
    'ESP protocol': [espEncryption, espAuthentication, emptySecurity, smWithIkev2],
  },
  'display ipsec policy': POLICY,
  'display ipsec policy-template': { 'Perfect forward secrecy': [perfectForwardSecrecy] },
  'display ipsec profile': { 'Perfect forward secrecy': [perfectForwardSecrecy] },
  'display ipsec interface brief': {
    'IPSec policy': [unappliedPolicy],
    'Using interface': [unappliedPolicy],
  },
  'display ipsec global config': {
    'IPSec netmask source': [netmask, netmaskFilter],
    'IPSec netmask destination': [netmask, netmaskFilter],
    'IPSec sa global-duration time-based(seconds)': [lifetime],
    'IPSec sa global-duration traffic-based(kbytes)': [lifetime],
  },
  'display acl': { rule: [protectedFlow, overlappingAcls, spokeOverlap, securityAclKind] },
  'display current-configuration interface': {
    destination: [tunnelDestination, peerAddress],
    source: [peerAddress],
  },
  'display current-configuration | include heartbeat': {
    'ike heartbeat': [heartbeatForm],
    'ike heartbeat-timer interval': [heartbeat],
    'ike heartbeat-timer timeout': [heartbeat, heartbeatTimeout],
  },
};

/** What the rules compare of what commands set: by the place of the command, then by its first words. */
export const WRITTEN: Partial<Record<StepCommand['place'], Readonly<Record<string, readonly RuleBase[]>>>> = {
  'IKE proposal view': {
    'authentication-method': [authenticationMethod],
    'authentication-algorithm': [ikeHash],
    'encryption-algorithm': [ikeEncryption, smWithIkev2],
    dh: [dhGroup],
    'integrity-algorithm': [ikeIntegrity],
    prf: [ikePrf],
    'sa duration': [lifetime],
  },
  'IKE peer view': { 'pre-shared-key': [preSharedKey] },
  'IPsec proposal view': {
    'encapsulation-mode': [encapsulationMode],
    transform: [transform],
    'ah authentication-algorithm': [ahAuthentication, smWithIkev2],
    'esp authentication-algorithm': [espAuthentication, smWithIkev2],
    'esp encryption-algorithm': [espEncryption, smWithIkev2],
  },
  'system view': {
    'ipsec netmask': [netmask],
    'ipsec sa global-duration': [lifetime],
  },
  'ACL view': { rule: [overlappingAcls] },
};

const PREFIXES = Object.keys(SHOWN).sort((a, b) => b.length - a.length);

/** The fields of what a command shows that rules compare. */
export function comparedFieldsOf({ command }: Pick<StepCommand, 'command'>): ComparedFields | undefined {
  const prefix = PREFIXES.find((each) => command === each || command.startsWith(`${each} `));
  return prefix === undefined ? undefined : SHOWN[prefix];
}

/** The commands of a step, those of its branches included. */
export function commandsOf({ commands, branches }: CauseStep): readonly StepCommand[] {
  return [...(commands ?? []), ...branches.flatMap((branch) => branch.commands ?? [])];
}

export function isDisplay({ command }: StepCommand): boolean {
  return command.startsWith('display ');
}

function rulesOfSetting({ command, place }: StepCommand): readonly RuleBase[] {
  return Object.entries(WRITTEN[place] ?? {}).flatMap(([words, rules]) =>
    command.startsWith(`${words} `) ? rules : [],
  );
}

const ofTunnels: ReadonlySet<RuleBase> = new Set(tunnelRules);

/** A rule with the setting by which a step leads to it. */
export interface Link {
  readonly rule: RuleBase;
  /** The command as the step has it. */
  readonly command: StepCommand;
  /** Undefined for a command that sets something. */
  readonly field: string | undefined;
}

function linksOfShown(commands: readonly StepCommand[]): Link[] {
  const named = commands.flatMap((command) =>
    (command.fields ?? []).flatMap((field) =>
      (comparedFieldsOf(command)?.[field] ?? []).map((rule): Link => ({ rule, command, field })),
    ),
  );
  if (named.length > 0) return named;
  // A step that lays two whole outputs side by side looks at everything they show.
  return commands.flatMap((command) =>
    command.fields || command.end !== 'both ends'
      ? []
      : Object.entries(comparedFieldsOf(command) ?? {}).flatMap(([field, rules]) =>
          rules.map((rule): Link => ({ rule, command, field })),
        ),
  );
}

/**
 * The rules that answer a step: those that look at the settings it asks for. Where some of them predict the cause, the others do not count:
 * two ends can have IDs that fit, and one of them still none that it can send.
 */
export function linksOf(cause: Pick<CauseDefinition, 'name'>, step: CauseStep): readonly Link[] {
  const commands = commandsOf(step);
  const shown = linksOfShown(commands.filter(isDisplay));
  const set = commands.flatMap((command) =>
    rulesOfSetting(command).map((rule): Link => ({ rule, command, field: undefined })),
  );
  const predicting = [...shown, ...set].filter(({ rule }) => rule.causes.includes(cause.name));
  if (predicting.length > 0) return predicting;
  if (!commands.some(isDisplay)) return set;
  // Whether both ends fit is not what a step asks that looks at one of them alone.
  return shown.filter(({ rule, command }) => command.end !== 'this end' || !ofTunnels.has(rule));
}
