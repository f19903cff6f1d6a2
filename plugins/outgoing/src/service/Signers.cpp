// SPDX-License-Identifier: Apache-2.0
#include "service/Signers.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"
#include "congvu/json/Value.h"
#include "domain/FormFields.h"
#include "domain/MandateSubject.h"

#include <algorithm>

#include <algorithm>

namespace congvu::outgoing {

namespace {

constexpr std::string_view kSignerField = "signer";

std::string printedName(std::string_view fieldsJson) {
    const auto document = json::Document::parse(fieldsJson);
    const auto signer = document.root().kind() == json::Kind::object ? document.root().member(kSignerField) : std::nullopt;
    return signer ? textMember(signer->toText(), "name") : std::string{};
}

/// The block as the drafter wrote it; empty when there is none.
SignerBlock printedBlock(std::string_view fieldsJson) {
    const auto document = json::Document::parse(fieldsJson);
    const auto signer = document.root().kind() == json::Kind::object ? document.root().member(kSignerField) : std::nullopt;
    return signer && signer->kind() == json::Kind::object ? json::decode<SignerBlock>(signer->toText(), json::UnknownMembers::skip)
                                                          : SignerBlock{};
}

}  // namespace

std::optional<directory::PostInfo> Signers::usual(std::string_view agencyId) const {
    const auto posts = directory_.postsOfAgency(agencyId, "outgoing.sign");
    const auto head = std::ranges::find_if(posts, [](const directory::PostInfo& post) { return !isDeputyTitle(post.title); });
    if (head != posts.end()) {
        return *head;
    }
    return posts.empty() ? std::nullopt : std::optional{posts.front()};
}

SignerFacts Signers::factsOf(const directory::PostInfo& post, std::string_view formId, std::string_view fieldsJson) const {
    const auto agency = directory_.unit(post.agencyId);
    const auto form = forms_.formJson(formId);
    const bool namesItsAuthority = form && hasField(*form, kAuthorityTitleField);
    const bool isOfHead = namesItsAuthority && collectiveOf(textMember(fieldsJson, kAuthorityTitleField)).empty();
    return {agency ? agency->name : "",
            headTitleOf(post.agencyId),
            post.title,
            post.personName,
            post.unitId == post.agencyId,
            isOfHead ? IssuedBy::head : IssuedBy::agency};
}

SignerBlock Signers::blockOf(const directory::PostInfo& post, std::string_view formId, std::string_view fieldsJson) const {
    return signerBlockOf(factsOf(post, formId, fieldsJson));
}

void Signers::checkAuthority(const OutgoingDocument& document, Timestamp now) const {
    const auto& fields = document.fields.text;
    const auto post = directory_.post(document.signerPostId);
    if (!post || printedName(fields) != post->personName) {
        return;  // the block is replaced by that of the signer
    }
    const auto written = printedBlock(fields);
    const auto problem = !isByAuthorisation(written)             ? authorityProblem(factsOf(*post, document.formId, fields), written)
                         : isAuthorised(post->id, document, now) ? std::string_view{}
                                                                 : std::string_view{"outgoing.authority-tuq"};
    if (!problem.empty()) {
        throw AppError::invalidField("/fields/signer", std::string{problem}, {{"name", post->personName}, {"title", post->title}});
    }
}

bool Signers::isAuthorised(const std::string& postId, const OutgoingDocument& document, Timestamp now) const {
    const mandates::Subject subject{document.unitId, mandateTypeOf(document)};
    return std::ranges::any_of(mandates_.actingFor(postId), [&](const mandates::MandateInfo& mandate) {
        const auto covering = mandates_.substituteOf(mandate.giverPostId, mandates::Act::sign, subject, now);
        return mandate.signAs == mandates::SignAs::tuq && covering && covering->id == mandate.id;
    });
}

std::string Signers::printedFields(std::string_view formId, std::string_view fieldsJson, std::string_view signerPostId) const {
    const auto post = directory_.post(signerPostId);
    if (!post || printedName(fieldsJson) == post->personName) {
        return std::string{fieldsJson};
    }
    return withMember(fieldsJson, kSignerField, json::toText(blockOf(*post, formId, fieldsJson)));
}

std::string Signers::printedByMandate(std::string_view formId, std::string_view fieldsJson, const mandates::MandateInfo& mandate) const {
    const auto giver = directory_.post(mandate.giverPostId);
    if (!giver) {
        return std::string{fieldsJson};
    }
    const auto block = mandateBlockOf(factsOf(*giver, formId, fieldsJson), mandate.signAs == mandates::SignAs::kt ? "KT." : "TUQ.",
                                      mandate.substituteTitle, mandate.substituteName);
    return withMember(fieldsJson, kSignerField, json::toText(block));
}

std::string Signers::headTitleOf(std::string_view agencyId) const {
    for (const auto& post : directory_.postsOfUnit(agencyId, "outgoing.sign")) {
        if (!isDeputyTitle(post.title)) {
            return post.title;
        }
    }
    const auto agency = directory_.unit(agencyId);
    return agency && collectiveOf(agency->name).empty() ? "Thủ trưởng cơ quan" : "Chủ tịch";
}

}  // namespace congvu::outgoing
