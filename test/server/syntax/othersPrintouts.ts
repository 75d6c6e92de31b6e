import type { ForeignSample } from './othersSamples';

/** Print-outs, logs, texts and programs that look like ours. Written for the tests in the form of the real ones. */
export const othersPrintouts: readonly ForeignSample[] = [
  {
    name: 'Comware, the addresses of its interfaces',
    text: '*down: administratively down\n(s): spoofing  (l): loopback\nInterface           Physical Protocol IP address      VPN instance Description\nGE1/0/1             up       up       10.1.1.1        --           --',
  },
  {
    name: 'Comware, a session about its routes',
    text: '<core>dis ip routing-table\n\nDestinations : 17       Routes : 20\n\nDestination/Mask    Proto  Pre  Cost         NextHop         Interface\n0.0.0.0/32          Direct 0    0            127.0.0.1       InLoop0\n10.1.0.0/16         OSPF   10   2            10.9.0.2        Vlan160',
  },
  {
    name: 'Comware, an interface',
    text: 'LoopBack0 current state: UP\nLine protocol current state: UP(spoofing)\nInternet Address is 10.9.9.9/32 Primary\nVlan-interface9 current state: UP',
  },
  {
    name: 'Comware, a VLAN asked for',
    text: '<sw>display vlan 20\n VLAN ID: 20\n VLAN type: Static\n Route interface: Not configured\n Description: VLAN 0020',
  },
  {
    name: 'Comware 5, its IPsec SAs',
    text: '    connection id: 10\n    encapsulation mode: tunnel\n    tunnel:\n        local  address: 198.51.100.1\n        remote address: 198.51.100.2\n    flow:\n        sour addr: 10.1.1.0/255.255.255.0  port: 0  protocol: IP\n    [inbound ESP SAs]\n      spi: 157783 (0x26857)\n      proposal: ESP-ENCRYPT-DES ESP-AUTH-MD5\n      sa remaining duration (kilobytes/sec): 1843200/1230',
  },
  {
    name: 'Comware, its BGP peers',
    text: ' BGP local router ID: 10.0.0.1\n Local AS number: 65001\n Total number of peers: 2    Peers in established state: 1\n\n  Peer                    AS  MsgRcvd  MsgSent OutQ PrefRcv Up/Down  State',
  },
  {
    name: 'Comware whose descriptions quote Huawei',
    text: '#\n version 7.1.075, Release 0427\n#\n sysname CORE\n#\ninterface GigabitEthernet1/0/1\n port link-mode route\n description to USG, phase1 proposal mismatch, %^%#abcdefghijklmnop%^%#\n ip address 10.1.1.1 255.255.255.0\n#\nreturn',
  },
  {
    name: 'IOS whose remarks quote Huawei',
    text: 'hostname R1\n!\ninterface GigabitEthernet0/0\n description vlan batch 10 on the Huawei side\n ip address 10.1.1.1 255.255.255.0\n!\nip access-list extended VPN\n remark undo shutdown, sysname\n permit ip any any\n!\nend',
  },
  {
    name: 'a text between rulers',
    text: `${'-'.repeat(78)}\nA title\n${'-'.repeat(78)}\nSome words.\n`.repeat(12),
  },
  {
    name: 'a list of links',
    text: '# tool\n\n* [**Documentation**](https://docs.example.org/) - how it is used\n* [**Issues**](https://example.org/issues) - what is wrong',
  },
  {
    name: 'the log of an IPsec daemon, a cause in it',
    text: 'Mar 17 14:04:22 gw charon: 05[IKE] received NO_PROPOSAL_CHOSEN\nMar 17 14:04:23 gw charon: 06[IKE] dpd timeout of peer 198.51.100.2',
  },
  {
    name: 'the log of an ASA',
    text: '%ASA-5-713119: Group = 198.51.100.2, PHASE 1 COMPLETED\n%ASA-3-713123: IKE lost contact with remote peer, dpd timeout',
  },
  {
    name: 'the settings of an IPsec daemon',
    text: 'ha {\n\n    # Interval in milliseconds between messages of the tunnel.\n    # heartbeat_delay = 1000\n\n    # heartbeat_timeout = 2100\n\n    load = yes\n\n}',
  },
  {
    name: 'a proxy whose lists are called acl',
    text: 'acl manager proto cache_object\nacl localhost src 127.0.0.1/32\nacl SSL_ports port 443\nacl Safe_ports port 80\nhttp_access allow manager localhost\nhttp_access deny all\nhttp_port 3128',
  },
  { name: 'a chat', text: '<bob> save the file\n<alice> quit it\n<bob> reset the router' },
  {
    name: 'the log of a program with tags',
    text: '[network] interface eth0 up\n[network] ip 10.0.0.9\n[shutdown] quit',
  },
  { name: 'markup in a line', text: '<p>save\n<div>quit\n<b>reset counters' },
  {
    name: 'a template of a configuration',
    text: '#\nsysname {{ hostname }}\n#\nvlan batch 10 20\n#\ninterface Vlanif10\n ip address 10.1.1.1 255.255.255.0\n#\nike peer b\n ike-proposal 1\n#\nreturn',
  },
  {
    name: 'a template with statements',
    text: '#\n{% for each in vlans %}\nvlan {{ each.id }}\n#\n{% endfor %}\nstp mode rstp\nundo telnet server enable\nreturn',
  },
  {
    name: 'a program that holds a configuration',
    text: '#!/usr/bin/env python3\nimport paramiko\nCONFIG = """\nsysname FW\nike proposal 1\n encryption-algorithm aes-256\nike peer b\n ike-proposal 1\n remote-address 198.51.100.1\nvlan batch 10 20\n"""\nsend(CONFIG)',
  },
  {
    name: 'a program that reads a session',
    text: 'import re\n\ndef test_peer():\n    text = """\n<FW>display ike sa\nIKE SA information :\n"""\n    assert parse(text)',
  },
  {
    name: 'an article about tunnels, in Markdown',
    text: 'IPsec between two firewalls\n===========================\n\nThis text explains how the tunnel is set up.\n\n## Configuration\n\n```\nike peer b\n ike-proposal 1\n remote-address 198.51.100.1\n```\n\n## Checks\n\n| Step | Command |\n|------|---------|\n| 1 | display ike sa |\n',
  },
  {
    name: 'a table of devices',
    text: 'name,ip,vendor,model\nFW1,10.1.1.1,Huawei Technologies Co.,USG6300\nGW2,10.1.1.2,other,MSR',
  },
  { name: 'an upgrade plan', text: 'FW1 goes from V500R001C60 to V500R005C20.\nAsk the vendor first.' },
  {
    name: 'a rule for an output',
    text: 'Value PEER (\\S+)\nValue REASON (.+)\n\nStart\n  ^\\s+${PEER}\\s+\\d+\\s+${REASON} -> Record',
  },
];
