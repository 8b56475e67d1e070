/** Sample articles of several kinds. All people, places and companies in them are invented. */
import howto from "./samples/howto.txt";
import minutes from "./samples/minutes.txt";
import news from "./samples/news.txt";
import science from "./samples/science.txt";
import speech from "./samples/speech.txt";

export const SAMPLES = { news, science, minutes, howto, speech };
