import { plainLines, secretWithRest } from './plain';
import type { CommandDefinition } from './types';

const PASSWORD = secretWithRest(
  'password',
  'cipher | simple | irreversible-cipher',
  'privilege | level | service-type | access-limit | idle-timeout | state | ftp-directory',
);
const SHARED_KEY = secretWithRest(
  'key',
  'cipher | simple',
  'server-group | vpn-instance | protect | ack-reserved-interval | weight | source | secondary',
);
const COMMUNITY = secretWithRest('community', 'cipher | simple', 'acl | mib-view | alias | ipv6');

/**
 * Lines with secrets in views whose lines are not judged otherwise (RADIUS templates, L2TP groups, user interfaces, routing protocols …).
 * They are listed so that their secrets are recognized and never shown.
 */
export const secretCommands: readonly CommandDefinition[] = plainLines('free', [
  'password [ cipher | simple | irreversible-cipher ] <password:secret>',
  'password { cipher | simple | irreversible-cipher } <password:secret> <rest:text>',
  'set authentication password [ cipher | simple ] <password:secret>',
  'tunnel password { cipher | simple } <password:secret>',
  `user <user:string> password ${PASSWORD}`,
  'username <user:string> password [ cipher | simple ] <password:secret>',
  `local-user <user:string> password ${PASSWORD}`,
  'peer <peer:string> password { cipher | simple } <password:secret>',
  'md5-password { cipher | plain } <peer:secret> <password:secret>',
  'radius-server shared-key [ cipher | simple ] <key:secret>',
  `radius-server { authentication | accounting } <server:ip> [ <port:integer> ] shared-key ${SHARED_KEY}`,
  'hwtacacs-server shared-key [ cipher | simple ] <key:secret>',
  `hwtacacs-server { authentication | authorization | accounting } <server:ip> [ <port:integer> ] shared-key ${SHARED_KEY}`,
  'shared-key [ cipher | simple ] <key:secret>',
  'ldap-server authentication manager <manager:string> <password:secret> [ <confirm:secret> ]',
  'ad-server authentication manager <manager:string> <password:secret> [ <confirm:secret> ]',
  'single-sign-on shared-key [ cipher ] <key:secret>',
  'authentication-mode { simple | md5 | hmac-md5 | hmac-sha256 | hmac-sha1-12 | hmac-sha1-20 | hmac-sm3 } [ <keyId:integer> ] { plain | cipher } <key:secret> [ <rest:text> ]',
  'authentication-mode { simple | md5 } <key:secret>',
  'area-authentication-mode { simple | md5 } { plain | cipher } <key:secret> [ <rest:text> ]',
  'domain-authentication-mode { simple | md5 } { plain | cipher } <key:secret> [ <rest:text> ]',
  'vlink-peer <peer:ipv4> { simple | md5 | hmac-md5 | hmac-sha256 } [ <keyId:integer> ] { plain | cipher } <key:secret>',
  'key-string [ cipher | plain ] <key:secret>',
  'key <keyId:integer> { cipher | plain } <key:secret>',
  'security { wpa | wpa2 | wpa-wpa2 | wpa3 | wapi } psk { pass-phrase | hex } ' +
    secretWithRest('key', 'cipher', 'aes | tkip | aes-tkip | sms4 | gcmp256'),
  'pre-shared-key [ cipher | simple ] <key:secret>',
  'ospf authentication-mode { simple | md5 | hmac-md5 | hmac-sha256 } [ <keyId:integer> ] { plain | cipher } <key:secret>',
  'ppp chap password { cipher | simple } <password:secret>',
  'ppp pap local-user <user:string> password { cipher | simple } <password:secret>',
  `{ snmp-agent community | community } { read | write } ${COMMUNITY}`,
  'server <server:string> key [ cipher ] <key:secret>',
]);
