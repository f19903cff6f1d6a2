// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/directory/Directory.h"
#include "congvu/forms/Forms.h"
#include "congvu/mandates/Mandates.h"
#include "congvu/time/Clock.h"
#include "domain/OutgoingDocument.h"
#include "domain/SignerBlock.h"

#include <optional>
#include <string>
#include <string_view>

namespace congvu::outgoing {

/// Who signs for an agency, and what a document prints above the signature.
class Signers {
public:
    Signers(const directory::Directory& directory, forms::Forms& forms, const mandates::Mandates& mandates)
        : directory_(directory), forms_(forms), mandates_(mandates) {}

    /// The post that signs unless the drafter names another one: the head before his deputies.
    [[nodiscard]] std::optional<directory::PostInfo> usual(std::string_view agencyId) const;
    /// The block for a post by Decree 30/2020; \p formId and \p fieldsJson tell in whose name the document is issued.
    [[nodiscard]] SignerBlock blockOf(const directory::PostInfo& post, std::string_view formId, std::string_view fieldsJson) const;
    /// The values as they are printed. A block that names the signer stands as the drafter wrote it; a block for somebody else is
    /// replaced as a whole, so that no deputy signs under the chair's position.
    [[nodiscard]] std::string printedFields(std::string_view formId, std::string_view fieldsJson, std::string_view signerPostId) const;
    /// The values as they are printed when the substitute of a mandate signs.
    [[nodiscard]] std::string printedByMandate(std::string_view formId, std::string_view fieldsJson,
                                               const mandates::MandateInfo& mandate) const;

    /// AppError invalid "/fields/signer" when the drafter wrote lines of authority that the signer's post does not have: "TUQ." without a
    /// mandate in force by which the signer signs such a document by authorisation, any other by authorityProblem.
    void checkAuthority(const OutgoingDocument& document, Timestamp now) const;

private:
    [[nodiscard]] SignerFacts factsOf(const directory::PostInfo& post, std::string_view formId, std::string_view fieldsJson) const;
    [[nodiscard]] bool isAuthorised(const std::string& postId, const OutgoingDocument& document, Timestamp now) const;
    [[nodiscard]] std::string headTitleOf(std::string_view agencyId) const;

    const directory::Directory& directory_;
    forms::Forms& forms_;
    const mandates::Mandates& mandates_;
};

/// The key of the form field that names the authority which decides ("Chủ tịch Ủy ban nhân dân tỉnh").
inline constexpr std::string_view kAuthorityTitleField = "authorityTitle";

}  // namespace congvu::outgoing
