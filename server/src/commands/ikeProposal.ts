import type { CommandDefinition } from './types';

/** The IKE proposal view, in the order in which devices save it. */
export const ikeProposalCommands: readonly CommandDefinition[] = [
  {
    view: 'ike-proposal',
    syntax: 'dh { group1 | group2 | group5 | group14 | group15 | group16 | group18 | group19 | group20 | group21 | group24 } *',
    summary: {
      en: 'Chooses the Diffie-Hellman group of the IKE SA. Both ends must offer a common group.',
      'zh-cn': '配置 IKE SA 协商使用的 DH 组。两端必须有一个相同的 DH 组。',
    },
    defaults: [
      { value: 'group14', products: ['usg', 'ar-v300'], source: 'USG6000E command reference, ike proposal' },
      { value: 'group2', products: ['ar-v200'], source: 'AR V200R007 command reference, ike proposal' },
      { value: 'none', products: ['vrp8'], source: 'NE40E V800R012 command reference, dh' },
    ],
    causes: ['initiator dh mismatch', 'responder dh mismatch'],
    sources: ['USG6000E command reference, ike proposal', 'RFC 7296 §3.3.2'],
  },
];
