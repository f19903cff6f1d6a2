// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Proposal.h"
#include "domain/recognition/ScanReader.h"
#include "service/DocumentChanges.h"
#include "service/DocumentSearch.h"
#include "service/History.h"
#include "service/PageRecogniser.h"
#include "service/RecognitionTurn.h"
#include "storage/ContentRepository.h"
#include "storage/DocumentRepository.h"
#include "storage/FileRepository.h"
#include "storage/IssuerRepository.h"
#include "storage/ProposalRepository.h"
#include "storage/RecognitionRepository.h"

#include "congvu/db/Db.h"
#include "congvu/files/FileStore.h"
#include "congvu/http/Caller.h"
#include "congvu/jobs/Jobs.h"
#include "congvu/pdf/PdfInspector.h"
#include "congvu/time/Clock.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// Recognises scanned files of the clerks' queue in the background, a page at a time, first pages first. The queue is rows: after a crash
/// it goes on where it was, and a page that has ended the server three times is given up.
///
/// The values that clerks are proposed are read anew when the first and when the last page is there; what is found after the registration
/// goes to the search index. A secrecy stamp that only recognition could see throws the file out as it would have been at its arrival.
class RecogniseProposals {
public:
    struct Needs {
        db::Db& db;
        files::FileStore& files;
        pdf::PdfInspector& pdf;
        jobs::Jobs& jobs;
        const Clock& clock;
        const PageRecogniser& recogniser;
        const DocumentChanges& changes;
        const DocumentSearch& search;
        const History& history;
    };
    explicit RecogniseProposals(const Needs& needs) : needs_(needs) {}

    /// Asks for the queue to be worked on soon; harmless when it is being worked on.
    void runSoon();
    /// Recognises the next page and asks for the one behind it. Blocks for seconds.
    void run();
    /// Puts the failed pages of a file back into the queue. 404 for a file the clerk does not see, 409 "incoming.recognition-not-failed".
    Proposal retry(const http::Caller& clerk, std::string_view proposalId);

private:
    /// A file with one page to recognise.
    struct Work {
        WaitingPage page;
        Proposal proposal;
        DocumentFile file;
    };
    bool recogniseNext();
    [[nodiscard]] std::optional<Work> workOf(db::Reader& reader, const WaitingPage& page) const;
    void recognise(const Work& work) const;
    /// What the document says by all its pages so far, when the first of them and when the last is done.
    [[nodiscard]] std::optional<ScanReading> readingWith(const Work& work, std::optional<RecognisedPage> page,
                                                         const pdf::PdfContent& content) const;
    void endPage(db::Tx& tx, const Work& work) const;
    [[nodiscard]] ScanReading read(const Work& work, std::vector<RecognisedPage> pages, const pdf::PdfContent& content) const;
    void apply(db::Tx& tx, const Work& work, const ScanReading& reading) const;
    void refuse(db::Tx& tx, const Proposal& proposal) const;
    void extendDocument(db::Tx& tx, const Proposal& proposal, const ScanReading& reading) const;

    Needs needs_;
    RecognitionTurn turn_;
    ProposalRepository proposals_;
    RecognitionRepository pages_;
    FileRepository fileRows_;
    IssuerRepository issuers_;
    DocumentRepository documents_;
    ContentRepository contents_;
};

}  // namespace congvu::incoming
