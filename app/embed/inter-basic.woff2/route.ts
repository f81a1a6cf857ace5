import { answerFont } from '@/exports/embed/fonts';

export const GET = (): Promise<Response> => answerFont('inter-basic');
