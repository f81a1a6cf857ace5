/** The theme that a presentation has to have: the site's inks, its accent, and Arial. */
import { getColor } from '@/charts/colors';
import { DRAWING } from './chart-part';

export function writeTheme(): string {
  const hex = (name: string, fallback: string) =>
    (getColor(name, 'light') ?? fallback).replace('#', '').toUpperCase();
  const accents = ['nvidia', 'amd', 'google', 'aws', 'intel', 'huawei'].map((name) =>
    hex(name, '#1D4ED8'),
  );
  const color = (name: string, value: string) =>
    `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
  const plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const three = (part: string) => part.repeat(3);
  return (
    `<a:theme xmlns:a="${DRAWING}" name="AI Hardware Tracker"><a:themeElements><a:clrScheme name="Tracker">` +
    color('dk1', '111111') +
    color('lt1', 'FFFFFF') +
    color('dk2', '333333') +
    color('lt2', 'F4F5F7') +
    accents.map((value, at) => color(`accent${at + 1}`, value)).join('') +
    color('hlink', '1D4ED8') +
    color('folHlink', '6D28D9') +
    `</a:clrScheme><a:fontScheme name="Tracker"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="Tracker"><a:fillStyleLst>${three(plain)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${three(`<a:ln w="9525">${plain}</a:ln>`)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${three('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst>` +
    `<a:bgFillStyleLst>${three(plain)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
  );
}
