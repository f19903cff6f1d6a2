// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Proposal.h"
#include "domain/proposal/DocumentProposal.h"
#include "domain/proposal/PageWord.h"
#include "service/DocumentChanges.h"
#include "service/History.h"
#include "service/PageRecogniser.h"
#include "service/RecogniseProposals.h"
#include "service/SignatureCheck.h"
#include "service/VerifyProposal.h"
#include "storage/CounterRepository.h"
#include "storage/FileRepository.h"
#include "storage/IssuerRepository.h"
#include "storage/ProposalRepository.h"
#include "storage/RecognitionRepository.h"

#include "congvu/db/Db.h"
#include "congvu/files/FileStore.h"
#include "congvu/http/Caller.h"
#include "congvu/jobs/Jobs.h"
#include "congvu/pdf/PdfInspector.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"

#include <string>
#include <vector>

namespace congvu::incoming {

/// Takes uploaded files into the queue: one proposal each, also for a file that is refused (state failed, with its own message), so that
/// twenty files dropped at once are twenty rows and nothing is lost silently.
///
/// A file is read before it is stored: content that carries a secrecy stamp is refused and never reaches the store (Law 117/2025/QH15
/// forbids keeping state secrets on networked computers). The signatures are verified afterwards in the background, and pages that are
/// pictures are recognised there.
class ReceiveUpload {
public:
    struct Needs {
        db::Db& db;
        files::FileStore& files;
        pdf::PdfInspector& pdf;
        jobs::Jobs& jobs;
        const settings::Settings& settings;
        const Clock& clock;
        const DocumentChanges& changes;
        const History& history;
        const VerifyProposal& verify;
        const SignatureCheck& signatures;
        const PageRecogniser& recogniser;
        RecogniseProposals& recognise;
    };
    static constexpr std::size_t kMostFiles = 20;

    explicit ReceiveUpload(const Needs& needs) : needs_(needs) {}

    /// Blocks while the files are read. 422 without a file or with more than kMostFiles.
    std::vector<Proposal> run(const http::Caller& clerk, const std::vector<files::UploadedFile>& uploads) const;

private:
    /// A file as it came, with the pages that have no usable words.
    struct Arrival {
        Proposal proposal;
        std::vector<int> pages;
    };
    [[nodiscard]] Proposal receive(const http::Caller& clerk, const files::UploadedFile& upload) const;
    [[nodiscard]] std::string read(const http::Caller& clerk, const files::UploadedFile& upload, Arrival& arrival) const;
    [[nodiscard]] std::vector<int> pagesToRecogniseIn(const files::UploadedFile& upload, const pdf::PdfContent& content,
                                                      const std::vector<PageWord>& words) const;
    void correct(const http::Caller& clerk, DocumentProposal& reading) const;
    void store(const http::Caller& clerk, const files::UploadedFile& upload, const Arrival& arrival) const;

    Needs needs_;
    ProposalRepository proposals_;
    FileRepository fileRows_;
    CounterRepository counters_;
    IssuerRepository issuers_;
    RecognitionRepository recognition_;
};

}  // namespace congvu::incoming
