/** Words that visitors type → the words that this site uses for the same. */
import { defineDataset, text } from '../contract';

export const synonyms = defineDataset({
  slug: 'synonyms',
  title: 'Synonyms',
  story:
    'Words by which visitors look for what this site calls otherwise, in English and other languages: the search takes one for the other. Names of companies, chips and events stand among the other names.',
  grain: 'One row per word or phrase.',
  columns: {
    word: text({
      label: 'Word',
      meaning: 'The word or phrase as visitors type it, in small letters.',
      pattern: /^\P{Lu}+$/u,
      example: 'embargo',
    }),
    means: text({ label: 'Means', meaning: 'What this site calls it.' }),
  },
  key: ['word'],
  checks: [],
  credit: 'AI Hardware Tracker',
  license: 'facts-CC-BY-4.0',
});
