/**
 * The texts that nearly all frames have in common. Frames are deflated with them in front, and read with the same texts, so that
 * only what is new travels.
 */
import { hash53 } from '@/domain/revision';

/** Values that facts store. */
const VALUES =
  '"operatori_sociali""istituzioni""terzo_settore_cooperazione""volontariato""gruppi_innovativi""altri_punti_di_vista"' +
  ',"v":2,"origin":"totem""segreteria""ufficio""carta"';

/**
 * Facts of a gathering and their data, the commonest last: a near text takes fewer bits to point at. A fact that is not here
 * travels with more bytes, so a new one need not be added. No word that anybody wrote is here, and no id.
 */
const FACTS: readonly (readonly [type: string, data: string])[] = [
  ['sceneShown', '{"scene":"","wall":""}'],
  ['announcementWithdrawn', '{"announcement":""}'],
  ['gongRung', '{"meaning":""}'],
  ['timerStarted', '{"endsAt":"","purpose":"","slot":""}'],
  ['timerStopped', '{}'],
  ['helpAsked', '{"call":"","session":""}'],
  ['helpClosed', '{"call":""}'],
  ['slotAdded', '{"id":"","day":"","label":"","start":"","end":"","released":""}'],
  ['spaceAdded', '{"id":"","name":"","kind":"","stepFree":"","note":"","capacity":"","released":""}'],
  ['slotReleased', '{"slot":"","released":""}'],
  ['spaceReleased', '{"space":"","released":""}'],
  ['slotRevised', '{"slot":"","day":"","label":"","start":"","end":""}'],
  ['spaceRevised', '{"space":"","name":"","stepFree":"","note":"","capacity":""}'],
  ['turnCalled', '{"topic":"","until":""}'],
  ['spotlightEnded', '{}'],
  ['queueJoined', '{"topic":""}'],
  ['queueLeft', '{"topic":""}'],
  ['turnSkipped', '{"topic":""}'],
  ['topicAdopted', '{"topic":""}'],
  ['topicRestored', '{"topic":"","placed":""}'],
  ['topicRevised', '{"topic":"","title":"","line":"","strands":""}'],
  ['coConvenerJoined', '{"topic":"","seat":""}'],
  ['convenerLeft', '{"topic":"","seat":""}'],
  ['conveningOffered', '{"topic":""}'],
  ['topicSplit', '{"topic":"","from":"","title":"","n":""}'],
  ['mergeDeclined', '{"merge":""}'],
  ['mergeUndone', '{"merge":"","from":"","into":"","interested":"","back":""}'],
  ['sessionCancelled', '{"session":""}'],
  ['sessionResumed', '{"session":""}'],
  ['notesTakenUp', '{"session":""}'],
  ['noteRestored', '{"note":"","back":""}'],
  ['noteRevised', '{"note":"","kind":"","text":"","blank":""}'],
  ['noteWithdrawn', '{"note":"","blank":""}'],
  ['reportUnverified', '{"topic":""}'],
  ['reportVerified', '{"topic":""}'],
  ['photoAttached', '{"topic":"","photo":"","hash":"","w":"","h":"","caption":""}'],
  ['itemRemoved', '{"topic":"","item":"","blank":""}'],
  ['photoRemoved', '{"topic":"","photo":""}'],
  ['itemRevised', '{"topic":"","item":"","rev":"","kind":"","text":"","who":"","byWhen":""}'],
  ['textHidden', '{"what":"","id":"","reason":"","note":"","blank":""}'],
  ['textRestored', '{"what":"","id":"","reason":"","back":""}'],
  ['voteWithdrawn', '{}'],
  ['clusterJoined', '{"cluster":"","topic":""}'],
  ['clusterLeft', '{"cluster":"","topic":""}'],
  ['clusterRenamed', '{"cluster":"","name":""}'],
  ['actionLed', '{"action":"","on":""}'],
  ['actionMarked', '{"action":"","status":""}'],
  ['actionRevised', '{"action":"","title":"","what":"","resources":"","byWhen":"","due":"","nextStep":""}'],
  ['ideaRevised', '{"idea":"","text":"","kind":"","blank":""}'],
  ['ideaShared', '{"idea":"","text":"","kind":"","prompt":"","sector":""}'],
  ['promptShown', '{"prompt":""}'],
  ['ideaWithdrawn', '{"idea":"","blank":""}'],
  ['announced', '{"announcement":"","text":"","kind":"","until":""}'],
  ['sessionMoved', '{"session":"","slot":"","space":"","from":""}'],
  ['outcomeSet', '{"topic":"","outcome":"","reason":""}'],
  ['textFlagged', '{"what":"","id":"","blank":""}'],
  ['completionAllowed', '{"until":""}'],
  ['clusterInitiated', '{"cluster":"","on":""}'],
  [
    'actionStarted',
    '{"action":"","n":"","title":"","what":"","resources":"","byWhen":"","due":"","nextStep":"","cluster":"","topic":""}',
  ],
  ['topicWithdrawn', '{"topic":"","freed":[""]}'],
  ['clusterMade', '{"cluster":"","name":"","topics":[""]}'],
  ['topicsMerged', '{"merge":"","from":"","into":"","interested":26,"joined":"","freed":[""]}'],
  ['mergeOffered', '{"merge":"","from":"","into":""}'],
  ['reportBegun', '{"topic":"","items":[{"item":"","note":"","kind":"bisogno","text":""}],"byOffice":false}'],
  ['reportPublished', '{"topic":"","late":false}'],
  ['sessionEnded', '{"session":""}'],
  ['actionJoined', '{"action":"","on":true}'],
  ['phaseChanged', '{"phase":"proposing"}'],
  ['itemAdded', '{"topic":"","item":"","kind":"proposta","text":"","who":"","byWhen":""}'],
  ['reportWritten', '{"topic":"","field":"summary","text":"","rev":1}'],
  ['sessionStarted', '{"session":""}'],
  [
    'topicProposed',
    '{"topic":"","title":"","line":"","strands":[""],"ideas":[],"sparkedBy":null,"n":1,"convener":""}',
  ],
  ['topicPlaced', '{"session":"","topic":"","slot":"","space":"","part":1}'],
  ['dotsPlaced', '{"topic":"","dots":0,"turnout":1}'],
  [
    'noteWritten',
    '{"note":"","topic":"","session":"","kind":"domanda","text":"","anonymous":false,"n":1,"sector":"istituzioni"}',
  ],
  ['moved', '{"from":null,"to":"","first":true}'],
  [
    'seatTaken',
    '{"seat":"","sector":"terzo_settore_cooperazione","subgroup":null,"municipality":null,"newVoice":false,"n":226}',
  ],
  ['interestMarked', '{"topic":"","on":true}'],
];
/** Their author is told to nobody. */
const UNSIGNED = new Set(['textFlagged', 'dotsPlaced', 'moved', 'interestMarked']);

const ENDINGS =
  '"kind":"altro""risultato""distanza""risorsa""proposta""domanda""bisogno""esperienza","text":""sector":null"from":"","to":"","first":false}},]}' +
  ',"people":{"rev":,"labels":{}},"facts":[{"at":1';

const fact = ([type, data]: readonly [string, string]): string =>
  `{"at":1,"type":"${type}","by":${UNSIGNED.has(type) ? 'null' : '""'},"cmd":"","data":${data}},`;

const COMMON = VALUES + FACTS.map(fact).join('') + ENDINGS;

/** Names this dictionary. A device that has another one gets plain JSON. */
export const DICTIONARY = hash53(COMMON);

/** The dictionary of one stream: its id, which opens each of its frames, is known to both ends. */
export const frameDictionary = (stream: string): string =>
  `${COMMON}{"stream":${JSON.stringify(stream)},"from":`;
