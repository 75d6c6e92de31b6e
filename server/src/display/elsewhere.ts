import type { About } from './kind';

/** What else of a capture is understood, which is no answer in a layout of its own, by what it is called. */
export const readElsewhere: Readonly<Record<string, About>> = {
  '`display current-configuration`, also a section of it, `display this`': {
    reads: 'everything that a configuration file says, for the view that was asked',
    layouts: { 'USG, AR, S switches, VRP8': 'device' },
  },
  'log lines and alarms': {
    reads:
      'device, time, peer, port, policy, interface, cause and its number, of one device or of a log of many; traps by name and OID',
    layouts: { 'USG, AR, VRP8': 'document' },
  },
};
