import { answerFont } from '@/exports/embed/fonts';

export const dynamic = 'force-dynamic';

export const GET = (): Promise<Response> => answerFont('inter');
