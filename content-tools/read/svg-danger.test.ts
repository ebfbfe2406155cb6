import { expect, it } from '@jest/globals';
import { svgDanger } from './svg-danger.js';

const svg = (inside: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${inside}</svg>`;

it.each([
  ['a plain drawing', svg('<title>Å</title><path d="M0 0L1 1"/>')],
  ['an XML declaration and comments', `<?xml version="1.0"?>\n<!-- tegnet av Kari -->\n${svg('')}\n`],
  ['styles and references to itself', svg('<style>a{fill:url(#g)}</style><use href="#a"/><rect fill="url(\'#g\')"/>')],
  ['a picture inside itself', svg('<image href="data:image/png;base64,AAAA"/>')],
  ['the namespaces of a drawing program', svg('<inkscape:path/>', ' xmlns:inkscape="http://www.inkscape.org/ns"')],
])('lets %s be', (_, text) => expect(svgDanger(text)).toBeNull());

it.each([
  ['a script', svg('<script>x</script>')],
  ['a script of another prefix', svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>')],
  ['an event', svg('', ' onload="x"')],
  ['an event without quotes', svg('<g onload=x></g>')],
  ['a DOCTYPE', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`],
  ['CDATA', svg('<style><![CDATA[@import "x"]]></style>')],
  ['HTML', svg('<foreignObject><div/></foreignObject>')],
  ['the namespace of HTML', svg('<a:div xmlns:a="http://www.w3.org/1999/xhtml"/>')],
  ['a link out', svg('<a href="https://example.no">x</a>')],
  ['a script in a link', svg('<a xlink:href="javascript:x">x</a>')],
  ['a hidden script in a link', svg('<a href="java&#115;cript:x">x</a>')],
  ['a picture from elsewhere', svg('<image href="https://example.no/a.png"/>')],
  ['a drawing in a data address', svg('<use href="data:image/svg+xml;base64,AAAA"/>')],
  ['a style from elsewhere', svg('<style>@import url(https://example.no)</style>')],
  ['a hidden style from elsewhere', svg('<style>a{background:u\\72l(https://example.no)}</style>')],
  ['a fill from elsewhere', svg('<rect fill="url(https://example.no#a)"/>')],
  ['a style sheet', `<?xml-stylesheet href="a.css"?>${svg('')}`],
  ['an animation of a link', svg('<a><set attributeName="href" to="javascript:x"/></a>')],
  ['half a drawing', '<svg><g></svg>'],
  ['two drawings', svg('') + svg('')],
  ['something else', '<html></html>'],
  ['nothing', ''],
])('refuses %s', (_, text) => expect(svgDanger(text)).toEqual(expect.any(String)));
