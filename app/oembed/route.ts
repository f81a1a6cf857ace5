import { answerOEmbed } from '@/exports/embed/oembed';

export const GET = answerOEmbed;
