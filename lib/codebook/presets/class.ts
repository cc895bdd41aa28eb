import type { CodebookContent, FramingLabel } from "../content";
import type { Framing } from "../framing";
import { richText } from "../rich-text";
import { rule, textOf, type Told } from "./build";

const label = (id: Framing, told: Told): FramingLabel => ({ id, name: told.name, ...textOf(told) });

/** The codebook that a class starts with: supports, plain, criticises; about whom; who is speaking. */
export const CLASS_PRESET: CodebookContent = {
  format: 1,
  name: "Framing in class",
  introduction: richText(`Look for words that push you toward somebody or away from somebody.
Ask three things of them: do they support, criticise, or weigh up plainly? About whom? Who is speaking: the writer, or a person the writer quotes?`),
  asks: { voice: true, directness: false, device: false, confidence: false },
  framing: [
    label("advocacy", {
      name: "Supports",
      definition: "Words that make somebody look good: they praise, thank or excuse.",
      use: "You would like the person or group a little better after these words.",
      avoid: "A good thing that is simply reported.",
      example: ["the heroes of the night shift", "Nobody needs the word “heroes” to know what happened."],
      counter: ["The crew worked until six in the morning.", "A fact. You may admire them, but the words do not push."],
    }),
    label("neutral", {
      name: "Plain",
      definition: "Words that weigh somebody up and stay fair to both sides.",
      use: "The sentence gives something for and something against.",
      avoid: "Sentences that judge nobody. Leave them unmarked.",
      example: ["The mayor was slow to answer, but she answered every question.", "One thing against her and one for her."],
      counter: ["The bridge is 240 metres long.", "It is about nobody, so there is nothing to mark."],
    }),
    label("critical", {
      name: "Criticises",
      definition: "Words that make somebody look bad: they blame, mock or doubt.",
      use: "You would like the person or group a little less after these words.",
      avoid: "A bad thing that is simply reported.",
      example: ["the council, fast asleep as ever", "“As ever” and “asleep” are the writer’s pushes."],
      counter: ["The council did not reply on Monday.", "A fact, told plainly."],
    }),
  ],
  rules: [
    rule("mark-only-the-words-that-push", "Mark only the words that push", "Mark as few words as you can: the ones you would change to make the sentence fair.", ["The mayor [dithered] for a week.", "“Waited” would be fair."], ["[The mayor dithered for a week.]", "Most of this is just what happened."]),
    rule("about-whom", "Say whom the words are about", "Choose the person or group that the marked words are about, even if the article is about somebody else.", ["While the council talked, [the crew saved the day].", "About the crew."], ["While the council talked, [the crew saved the day]. marked for the council", "These words are not about the council."]),
    rule("who-is-speaking", "Say who is speaking", "If the article gives the words to a named person, that person is speaking. Otherwise the writer is, also in headlines and captions.", ["“[It was a disgrace],” said Bram Oxley.", "Bram Oxley is speaking."], ["[A disgrace on the quay]", "A headline: the writer is speaking."]),
    rule("good-and-bad-news-are-not-framing", "Good or bad news is not framing", "Something bad can happen to somebody and still be told plainly.", ["The port company [got what it deserved] and lost the contract.", "The marked words push."], ["The port company lost the contract.", "Bad news, told plainly."]),
    rule("watch-for-irony", "Watch for words that mean the opposite", "Mark what the words do, not what they seem to say.", ["[Brilliant timing]: the notice came after the closure.", "It sounds like praise and criticises."], ["[Brilliant timing] marked as “Supports”", "Nobody is praised here."]),
  ],
  sets: [],
};
