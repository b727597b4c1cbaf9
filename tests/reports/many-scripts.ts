/** One sentence in each of many scripts, and a comparison with copied text. */
export const SCRIPTS: Record<string, string> = {
  italiano: 'Perché «così»? Più tempo, àèìòù.',
  arabo: 'نحتاج إلى وقت أكثر لرعاية كبار السن',
  urdu: 'ہمیں بزرگوں کے لیے زیادہ وقت چاہیے ٹھیک ہے',
  punjabi: 'ਸਾਨੂੰ ਬਜ਼ੁਰਗਾਂ ਲਈ ਹੋਰ ਸਮਾਂ ਚਾਹੀਦਾ ਹੈ',
  cinese: '我们需要更多的时间照顾老人',
  giapponese: 'もっと時間が必要です',
  coreano: '우리는 더 많은 시간이 필요합니다',
  hindi: 'हमें बुज़ुर्गों के लिए और समय चाहिए',
  bengalese: 'আমাদের আরও লোক দরকার',
  tamil: 'எங்களுக்கு அதிக நேரம் தேவை',
  singalese: 'අපට තව කාලය අවශ්‍යයි',
  greco: 'Χρειαζόμαστε περισσότερο χρόνο',
  ucraino: 'Нам потрібно більше часу, їжа',
  ebraico: 'אנחנו צריכים עוד זמן',
  thai: 'เราต้องการเวลามากขึ้น',
  amarico: 'ተጨማሪ ጊዜ ያስፈልገናል',
  georgiano: 'მეტი დრო გვჭირდება',
  armeno: 'Մեզ ավելի շատ ժամանակ է պետք',
  romeno: 'Avem nevoie de mai mult timp: ăâîșț',
  faccine: 'Bene 👍 😀 ❤ 🏠',
};
export const MIXED = 'Ha detto «مرحبا» e poi ha riso 😀';

/** Ignores marks that only set a run's direction, and the punctuation around the words. */
export const bare = (s: string) =>
  s.normalize('NFC').replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\s«»]/gu, '');
export const letters = (s: string) => bare(s).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
