// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "domain/Acts.h"
#include "domain/OutgoingDocument.h"
#include "service/Services.h"
#include "storage/AppendixRepository.h"
#include "storage/DispatchRepository.h"
#include "storage/DocumentRepository.h"
#include "storage/OwnFileRepository.h"
#include "storage/RelationRepository.h"
#include "storage/SigningMandateRepository.h"
#include "storage/StepRepository.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// What every use case does with a document besides its own decision: load it for the caller, keep it, give work to the next person, write
/// history. All of it inside the caller's transaction.
class DocumentWork {
public:
    explicit DocumentWork(const Services& services) : services_(services) {}

    /// AppError notFound for a document the caller may not see.
    [[nodiscard]] OutgoingDocument require(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    /// Like require, and AppError conflict "outgoing.not-now" unless \p act is among the caller's acts; by a mandate also forbidden when it
    /// does not cover the document, and conflict "outgoing.own-draft" for a draft of the substitute himself.
    [[nodiscard]] OutgoingDocument requireAct(db::Reader& reader, const http::Caller& caller, std::string_view id,
                                              std::string_view act) const;
    /// Writes the document with the version it was read with; AppError stale when somebody was faster.
    void keep(db::Tx& tx, OutgoingDocument& document) const;
    /// Timeline and audit of one act.
    void note(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& document, std::string_view act, std::string_view words = {},
              std::string detailJson = "{}") const;
    /// Completes the document's open work and asks one post for the next.
    void askPost(db::Tx& tx, const OutgoingDocument& document, std::string_view kind, const std::string& postId,
                 std::string_view fromName) const;
    /// The same for everybody in the agency who may issue.
    void askClerks(db::Tx& tx, const OutgoingDocument& document, std::string_view kind, std::string_view fromName) const;
    /// Pages that show the document ask for it anew: something beside its own row has changed.
    void refresh(db::Tx& tx, const OutgoingDocument& document) const;
    /// Makes the document findable.
    void index(db::Tx& tx, const OutgoingDocument& document) const;
    /// The acting post as a caller, for history written by subscribers.
    [[nodiscard]] http::Caller callerOfPost(std::string_view postId) const;

    DocumentRepository documents;
    StepRepository steps;
    DispatchRepository dispatch;
    AppendixRepository appendices;
    OwnFileRepository ownFiles;
    RelationRepository relations;
    SigningMandateRepository signingMandates;

private:
    void requireMandate(db::Reader& reader, const http::Caller& caller, const OutgoingDocument& document) const;
    /// Posts whose open pages show the document: all who have to do with it, and the clerks once it is signed.
    [[nodiscard]] std::vector<std::string> watchersOf(db::Reader& reader, const OutgoingDocument& document) const;
    [[nodiscard]] inbox::NewWorkItem workItem(const OutgoingDocument& document, std::string_view kind, std::string_view fromName) const;

    Services services_;
};

EntityRef refOf(const OutgoingDocument& document);
/// What decides the caller's acts.
ActingPost actingPostOf(const http::Caller& caller);
std::string linkOf(const OutgoingDocument& document);

}  // namespace congvu::outgoing
