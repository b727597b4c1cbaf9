/** The one hundred and eighty-four notes of the demonstration: invented, short, spoken, one idea each. */
import type { NoteKind } from '@/domain/gathering/state/note';

const KINDS: Record<string, NoteKind> = {
  e: 'esperienza',
  b: 'bisogno',
  r: 'risorsa',
  d: 'distanza',
  p: 'proposta',
  q: 'domanda',
  u: 'risultato',
  a: 'altro',
};

/** One line a note: its kind's letter, then the words. `!` marks an anonymous one, `#` one that names a person. */
const SAID: Record<number, string> = {
  1: `
u Abbiamo contato gli accessi, non chi è stato meglio dopo.
u Il laboratorio per caregiver ha avuto più richieste che posti.
d Noi leggiamo relazioni, le famiglie leggono liste d’attesa.
b Servono tre domande uguali per tutti i progetti, alla fine di ogni anno.
e Un progetto chiuso da due anni compare ancora nel piano.
u I doposcuola funzionano quando la scuola sa chi ci va.
q Chi decide che un progetto è andato bene?
p Pubblicare i risultati su una pagina che si capisca.
r Gli operatori hanno appunti preziosi che nessuno raccoglie.
p Invitare chi ha ricevuto il servizio a raccontare che cosa è cambiato.
d Per il finanziatore conta la spesa, per noi conta la relazione.
u Il convegno annuale costa, e a maggio nessuno se lo ricorda.
b Tempo per rileggere: facciamo sempre il progetto dopo.
e L’opuscolo dei servizi resta in pacchi nello scantinato.`,
  2: `
u Due doposcuola a 300 metri con gli stessi ragazzi.
p Un solo doposcuola con due sedi e un’unica iscrizione.
d Ogni ente difende il suo nome più del suo progetto.
r Se si uniscono gli orari si libera un’educatrice per il pomeriggio.
b Una mappa di chi fa che cosa, aggiornata ogni anno.
p Lasciare l’opuscolo: chi cerca telefona o chiede al bar.
q Che cosa succede a chi lavora nel progetto che si chiude?
e Quando abbiamo unito i trasporti sociali, i chilometri sono calati.
d Non tutto quello che si somiglia è doppio.
u La mediazione a scuola serve a tutti, non solo agli stranieri.
p Ripensare i contributi una tantum insieme ai percorsi di lavoro.
r I furgoni delle associazioni stanno fermi tutte le mattine.`,
  3: `
e Sono tornata tre volte perché mancava sempre un foglio.
d Noi la chiamiamo accoglienza, fuori si chiama fila.
b Qualcuno che accompagni, non solo che indichi.
p Un solo modulo per tutti i comuni dell’Unione.
q Perché devo raccontare la mia storia a quattro persone diverse?
r L’operatore dello sportello conosce per nome metà del quartiere.
p Aprire una sera alla settimana, per chi lavora.
b Parole semplici: “ISEE” non è un saluto.
u Da quando c’è l’appuntamento, chi lavora riesce a venire.
d Chi ha più bisogno è chi capisce meno dove andare.
p Uno sportello che si sposta: al mercato, in biblioteca.`,
  4: `
q Il contributo paga la bolletta: e il mese dopo?
p Legare l’aiuto economico a un pezzo di strada fatto insieme.`,
  5: `
b Chi perde il lavoro non viene allo sportello: si vergogna.
e Una famiglia che donava all’emporio oggi ci fa la spesa.
b Accorgersi prima: quando arriva lo sfratto è tardi.
r Gli amministratori di condominio sanno chi non paga più.
d Per noi è povertà solo se c’è un ISEE; per loro è già vergogna.
p Un fondo piccolo e veloce per il primo mese difficile.
e La mensa scolastica non pagata è il primo segnale.
r L’emporio solidale è un posto dove si parla senza modulo.
b Un aiuto a tenere i conti, prima dei debiti.
q Chi parla con chi non si è mai rivolto a noi?
d I servizi parlano di utenti, loro si sentono contribuenti.
p Antenne nei luoghi normali: farmacia, barbiere, parrocchia.
e A cinquant’anni ho rifatto il curriculum con mia figlia.
r Il vicino che fa la spesa per due non lo vede nessuno, ma c’è.
b Casa: l’affitto mangia tutto quello che resta.
p Avvisare il servizio quando il Comune stacca un’utenza.
u I contributi una tantum arrivano dopo quattro mesi.
d Il ceto medio non sa di poter chiedere.
p Un gruppo di auto aiuto per chi ha perso il lavoro.
b Non sentirsi soli: è la prima cosa che finisce.
r La banca del tempo può scambiare ore, non carità.
e Ho venduto la macchina e ho perso anche il lavoro.
p Mettere insieme i dati di emporio, Caritas e sportello.
q Possiamo aiutare senza far compilare una domanda?
d Chi scivola guarda in basso e ha paura di vedersi.
p Cambiare parola: non povertà, impoverimenti e ripartenze.
u Nei nostri progetti il lavoro è sempre l’ultima riga.
b Figli che smettono lo sport perché costa: nessuno se ne accorge.`,
  6: `
q Se vengo al tavolo, chi sta con mia madre?
b! Una notte di sonno intera, una volta alla settimana.
e Ho lasciato il lavoro e nessuno me l’ha chiesto.
d Il servizio guarda il malato, io sono dietro la porta.
b Sapere prima a chi telefonare quando sto male io.
p Un’ora di sollievo prenotabile come il parrucchiere.
r Il gruppo dei familiari si passa ausili e consigli.
b! A volte sono stanca di volergli bene.
# La signora Pina del terzo piano è rimasta due giorni a terra.
p Riconoscere chi cura: una tessera, un referente, un diritto.
u Il laboratorio per caregiver mi ha salvato l’inverno.
d La legge parla di famiglia, ma a curare è una persona sola.
e Mio figlio è maggiorenne e per tutti è sparito.
p Formazione pratica: come si alza una persona dal letto.
r La farmacista è quella che mi chiede come sto.
b! Vorrei che qualcuno me lo chiedesse.
p Un referente caregiver in ogni comune.`,
  7: `
e Sono nata qui e a scuola mi chiedono quando torno a casa.
b Un posto dove stare il pomeriggio che non sia solo doposcuola.
d Ci chiamano seconda generazione: noi ci chiamiamo ragazzi.
p Giovani che conducono i centri giovani insieme agli educatori.
r Parliamo tre lingue: usateci per tradurre gli avvisi.
q Perché per la gita serve un documento che non ho?
b Qualcuno che spieghi ai miei come funziona la scuola.
e Al centro giovani ho trovato i primi amici italiani.
p Rappresentanti di istituto invitati al tavolo.
d Gli adulti parlano di noi senza di noi.
r Il torneo di calcetto mette insieme più della commissione.
b Orientamento: ci mandano tutti al professionale.
p Un peer tutor alle superiori per chi arriva ad anno iniziato.
u La mediazione a scuola arriva quando il problema è già grande.
q Chi può votare per le cose che ci riguardano?
p Una festa delle cucine fatta dai genitori, in palestra.`,
  8: `
e Abito ancora in un container e mi dicono che l’emergenza è finita.
b Ritrovare i vicini: ci hanno messi in quartieri diversi.
r Dopo le scosse ci siamo conosciuti tutti in una tenda.
d Chi è rientrato e chi no non si parlano più.
p Un pranzo di strada nei quartieri ricostruiti.
b Ascolto per i bambini che non dormono.
q Che ne è della piazza, intanto?
u La rete nata nel 2012 non l’abbiamo mai messa in un progetto.
p Una mappa dei luoghi che mancano a ciascuno.`,
  9: `
r Il condominio ha fatto da rete quando il servizio era chiuso.
b Qualcuno che passi quando non serve niente.
e Il postino si è accorto prima di noi.
p Bar ed edicole di frazione come punti di attenzione.
d Per il servizio è autonomo, per la figlia è in pericolo.
b Il bus della mattina: senza, non esistono visite.
p Telefonate di buongiorno fatte dai volontari.
r Le vicine hanno le chiavi di mezza frazione.
q Chi avvisa chi, e con quale permesso?
u L’assistenza domiciliare arriva solo dopo il ricovero.`,
  10: `
e A cinquant’anni ti dicono che costi troppo.
b Un posto dove imparare un mestiere a vent’anni, pagati.
p Aziende e sindacato al tavolo insieme ai servizi.`,
  11: `
p Impoverimenti e ripartenze: due parole, una strada.
d “Povertà” allontana chi ci è appena entrato.
b Un tavolo che guardi prima, non solo dopo.
q Se cambiamo nome e non oggetto, che cosa cambia?
p L’oggetto: riconoscere presto lo scivolamento e sostenere le ripartenze.
e Al tavolo siamo sempre gli stessi otto.
p Invitare emporio, parrocchie, amministratori di condominio, sindacato.
u In due anni il tavolo ha prodotto un elenco di servizi.
r Le persone che ce l’hanno fatta sanno che cosa serve.
d Chi decide i fondi non siede al tavolo.
b Incontrarsi dove stanno le persone, non in municipio.
p Un obiettivo all’anno, uno solo, e dirlo a tutti.
q Chi coordina se il Comune fa un passo indietro?
p Aprire una seduta su tre a chi vuole venire.
r Il centro di ascolto ha dieci anni di storie annotate.`,
  12: `
p Un tavolo al mese in un posto diverso, mai in municipio.
d Chi non viene mai non sa nemmeno che può venire.
b Orari possibili per chi lavora e per chi cura.
q Chi manca oggi in questa stanza?
e Sono venuto perché me l’ha chiesto un amico, non per la mail.
p Ognuno porta una persona che non è mai venuta.
r I gruppi di acquisto hanno duecento famiglie in una chat.
d Il linguaggio degli inviti sembra una multa.
p Spazio bimbi a ogni incontro.
b Sentirsi utili: si torna se è servito.
p Andare noi alle loro riunioni, prima di chiamarli alle nostre.
u Gli inviti extra li abbiamo sempre mandati a cose fatte.
r La ciclofficina è piena ogni sabato.`,
  13: `
d Noi diciamo utenti, loro dicono vicini: non parliamo la stessa lingua.
p Un mese fuori dall’ufficio: prova di servizi itineranti.
e Al mercato in due ore ho parlato con trenta persone.
b Un furgone, un tavolino e due sedie: basta poco.
r La biblioteca ci presta la saletta il giovedì.
q Come si tiene la privacy in piazza?
p Colloqui in casa per chi non esce.
u Le visite a domicilio dell’infermiera evitano i ricoveri.
d In ufficio aspettiamo chi ha già la forza di venire.
b Permesso di uscire: oggi ogni ora fuori va giustificata.
p Otto uscite da ottobre, una per quartiere.
e Il mediatore sulla panchina risolve più della lettera.
r Gli orti sociali sono un ambulatorio a cielo aperto.
p Un calendario delle uscite appeso nei bar.
b Operatori di comuni diversi che escono insieme.
q Che cosa lasciamo fare in ufficio a chi resta?
d Le regole di accesso sono scritte per la scrivania.
p Partire dai posti dove ci invitano.`,
  14: `
p Due pagine, non venti: chi, che cosa, entro quando.
b Sapere che fine fanno le cose dette oggi.
p Restituzione entro trenta giorni, nello stesso posto.
q Chi firma il Patto, e che cosa rischia?
d Partecipare non è essere informati.
p Un registro degli esiti pubblico: accolto, in parte, no, e perché.
e Nel 2011 abbiamo compilato schede mai tornate.
p Una regola per gli inviti: un posto su tre a chi è nuovo.
b Tempi che reggano: non si decide a fine luglio.
r Le associazioni possono tenere viva la rete tra un incontro e l’altro.
p Una cabina del Patto con una persona per tavolo e tre nuove voci.
d La politica chiede subito, la partecipazione chiede tempo.
q Che cosa non è negoziabile? Diciamolo prima.
p Rileggere il Patto ogni gennaio.
u Il confronto con altri territori ci ha fatto cambiare idea.
b Parole che capisca anche chi è arrivato ieri.`,
};

export type DemoNote = { topic: number; kind: NoteKind; text: string; anonymous: boolean; names: boolean };

export const NOTES: readonly DemoNote[] = Object.entries(SAID).flatMap(([topic, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [mark = 'a', ...words] = line.split(' ');
      const names = mark === '#';
      return {
        topic: Number(topic),
        kind: KINDS[names ? 'e' : (mark[0] ?? 'a')] ?? 'altro',
        text: words.join(' '),
        anonymous: mark.endsWith('!'),
        names,
      };
    }),
);
