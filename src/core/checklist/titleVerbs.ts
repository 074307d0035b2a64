/**
 * The verbs that an item title may begin with. English has no test for "is this an imperative" that works without a
 * dictionary ("Log", "Order" and "Time" are nouns too), so the list is kept by hand. A good new verb is added here, or
 * passed to the lint by a team.
 */
export const titleVerbs: ReadonlySet<string> = new Set(
  `
  accept add admit agree align allow alert analyse announce answer apply approve archive arrange ask assert assess assign
  assume attach authorise avoid await back backfill backup benchmark bind bisect block book bound break bring budget build
  bump cache calculate call cancel cap capture catch celebrate challenge change chase check choose cite clarify classify
  clean clear close cluster coach collect comment commit compare complete compress compute confine confirm connect consider
  contain copy correct count cover create cut date debug decide declare define delay delegate delete deliver demonstrate
  deny deploy deprecate derive describe design detect determine diff disable discuss dispose divide do document double draft
  draw drill drop encode encrypt end enforce ensure enumerate escalate escape establish estimate evaluate examine exclude
  execute exercise expect explain export expose extract fetch fill find finish fire fit fix flag focus follow force forecast
  format frame freeze gather get give grant group guard halve hand handle hear help hide highlight hold identify ignore
  imagine implement import improve include increase inform initialise inline inspect install instrument integrate interview
  introduce investigate invite isolate join justify keep kill know label launch learn leave let limit link list listen load
  lock log look lower maintain make map mark match measure mend mention merge migrate minimise mirror mitigate mix mock
  monitor move mute name narrow negotiate normalise note notify number observe offer omit open optimise order organise own
  page pair parse pass paste pause permit pick pin place plan point post praise predict prefer prepare present preserve press
  prevent price print prioritise probe profile promise propose protect prove provide publish pull push put quantify
  quarantine query question quote raise rank rate reach read rebuild recheck record recover redact redo reduce refactor
  reject rehearse release reload rely remember remind remove rename repair repeat replace replay report reproduce request
  require reread rescue reserve reset resolve respect respond restart restate restore restrict retest retire retry return
  reuse reveal revert review revise revoke rewrite roll rotate round route run sample sanitise save say scale scan schedule score
  search secure see select send separate serve set settle shadow share ship show shrink sign simplify simulate size sketch
  skip smoke solve sort specify split spot stage start state stay steer step stop store stream stress strike structure study
  submit subscribe suggest summarise support surface survey suspend sweep switch sync tag take talk teach tell test thank
  throttle tie tighten time trace track train transfer translate treat triage trim trust try tune turn type undo unify unpin
  unsubscribe update upgrade use validate vary verify version visit wait walk warm warn watch weigh work wrap write zoom
  analyze authorize initialize minimize normalize optimize organize prioritize sanitize summarize
  `
    .trim()
    .split(/\s+/),
);
