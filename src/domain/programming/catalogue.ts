/** Every deed of a path, shared by the stream, the server and the planners' screens. */
import { catalogue, type Guard } from '../catalogue';
import type { AskOf, Upcasters } from '../deed';
import { refuse } from '../refusal';
import * as imports from './imports';
import * as quoteErasure from './quote-erasure';
import * as codes from './codes';
import * as codings from './codings';
import * as discard from './discard';
import * as evidence from './evidence';
import * as experiences from './experiences';
import * as foundingWords from './founding-words';
import * as goals from './goals';
import * as invitations from './invitations';
import * as measures from './measures';
import * as meetings from './meetings';
import * as merges from './merges';
import * as needs from './needs';
import * as opening from './opening';
import * as organizations from './organizations';
import * as paperContributions from './paper-contributions';
import * as pathPhases from './path-phases';
import * as projectImport from './project-import';
import * as projects from './projects';
import * as proposals from './proposals';
import * as publication from './publication';
import * as readingMarks from './reading-marks';
import * as removal from './removal';
import * as requests from './requests';
import * as resources from './resources';
import * as sectors from './sectors';
import * as setAside from './set-aside';
import * as sheets from './intervention-sheets';
import { emptyPath, type Path } from './state';
import * as tableMembers from './table-members';
import * as tableMerges from './table-merges';
import * as topicStrands from './topic-strands';
import * as workTables from './work-tables';

const deeds = {
  clearQuotes: quoteErasure.clearQuotes,
  makeCode: codes.makeCode,
  reviseCode: codes.reviseCode,
  mergeCode: codes.mergeCode,
  unmergeCode: codes.unmergeCode,
  splitCode: codes.splitCode,
  codeWords: codings.codeWords,
  reviseCoding: codings.reviseCoding,
  discardPath: discard.discardPath,
  recoverPath: discard.recoverPath,
  linkEvidence: evidence.linkEvidence,
  reviseEvidence: evidence.reviseEvidence,
  foundOnWords: foundingWords.foundOnWords,
  addGoal: goals.addGoal,
  reviseGoal: goals.reviseGoal,
  addMeasure: measures.addMeasure,
  reviseMeasure: measures.reviseMeasure,
  addOrganization: organizations.addOrganization,
  reviseOrganization: organizations.reviseOrganization,
  addInvitation: invitations.addInvitation,
  reviseInvitation: invitations.reviseInvitation,
  addExperience: experiences.addExperience,
  reviseExperience: experiences.reviseExperience,
  addPhase: pathPhases.addPhase,
  revisePhase: pathPhases.revisePhase,
  addSector: sectors.addSector,
  reviseSector: sectors.reviseSector,
  addMeeting: meetings.addMeeting,
  reviseMeeting: meetings.reviseMeeting,
  mergeThings: merges.mergeThings,
  splitThing: merges.splitThing,
  undoReshape: merges.undoReshape,
  addNeed: needs.addNeed,
  reviseNeed: needs.reviseNeed,
  openPath: opening.openPath,
  revisePath: opening.revisePath,
  importRows: imports.importRows,
  undoImport: imports.undoImport,
  importProjects: projectImport.importProjects,
  hintProject: projectImport.hintProject,
  dropHint: projectImport.dropHint,
  addProposal: proposals.addProposal,
  reviseProposal: proposals.reviseProposal,
  giveOutcome: proposals.giveOutcome,
  publishThings: publication.publishThings,
  withdrawThings: publication.withdrawThings,
  revertPublication: publication.revertPublication,
  removeThing: removal.removeThing,
  restoreThing: removal.restoreThing,
  takeRequest: requests.takeRequest,
  answerRequest: requests.answerRequest,
  addProject: projects.addProject,
  reviseProject: projects.reviseProject,
  assessProject: projects.assessProject,
  addResource: resources.addResource,
  reviseResource: resources.reviseResource,
  addSheet: sheets.addSheet,
  reviseSheet: sheets.reviseSheet,
  importPaper: paperContributions.importPaper,
  revisePaper: paperContributions.revisePaper,
  markReading: readingMarks.markReading,
  setAside: setAside.setAside,
  takeBack: setAside.takeBack,
  classifyTopic: topicStrands.classifyTopic,
  mergeTables: tableMerges.mergeTables,
  splitTable: tableMerges.splitTable,
  closeTable: tableMerges.closeTable,
  reopenTable: tableMerges.reopenTable,
  addMember: tableMembers.addMember,
  reviseMember: tableMembers.reviseMember,
  addTable: workTables.addTable,
  renameTable: workTables.renameTable,
  redefineTable: workTables.redefineTable,
  reviseTable: workTables.reviseTable,
  setPredecessors: workTables.setPredecessors,
};

export type PathDeeds = typeof deeds;
export type PathAsk<K extends keyof PathDeeds> = AskOf<PathDeeds[K]>;

const upcasters: Upcasters = {
  pathOpened: { 1: opening.openedBeforeMeetings },
  tablesMerged: { 1: tableMerges.mergedAlone },
  tableSplit: { 1: tableMerges.splitAlone },
  resourceAdded: { 1: resources.unsourced },
  projectsImported: { 1: projectImport.importedUnsourced },
};
/** Simulated people have no say in the programming. */
const guard: Guard<Path> = (state, command) => {
  if (command.origin === 'simulata') return refuse('not_a_rehearsal');
  return state.discarded && command.type !== 'recoverPath' ? refuse('path_discarded') : null;
};
export const programming = catalogue<Path, PathDeeds>(emptyPath, deeds, upcasters, guard);
