import { answerOEmbed } from '@/exports/embed/oembed';

export const dynamic = 'force-dynamic';

export const GET = answerOEmbed;
