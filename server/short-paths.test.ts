import { expect, it } from 'vitest';
import { shortenPaths } from './short-paths';

it.each([
  ['M1,2L3,4', 'M1 2l2 2'],
  ['M10.5,20L10.4,19.9L12,25Z', 'M10.5 20l-.1-.1 1.6 5.1z'],
  ['M249,215L251,215ZM296,206L298,213', 'M249 215l2 0zM296 206l2 7'],
  ['M-3,4L-3,4.5', 'M-3 4l0 .5'],
  ['M7,8', 'M7 8'],
])('a line by places becomes one by steps: %s', (places, steps) => {
  expect(shortenPaths(`<path fill="none" d="${places}"/>`)).toBe(
    `<path fill="none" d="${steps}"/>`,
  );
});

it.each([
  '<path d="M12 8a4 4 0 1 0 0 8"/>',
  '<path d="M0,0C1,1,2,2,3,3"/>',
  '<p d="M1,2L3,4"></p>',
  '<p>d="M1,2L3,4"</p>',
])('everything else stays: %s', (html) => {
  expect(shortenPaths(html)).toBe(html);
});
