// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mandates/service/MandatePowers.h"
#include "mandates/service/MandateStore.h"
#include "mandates/service/OrganisationFacts.h"
#include "organisation/service/OrganisationStore.h"

#include "congvu/mandates/Mandates.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// Answers who may act for whom, and makes the caller that acts by a mandate.
class MandateService final : public mandates::Mandates {
public:
    MandateService(const MandateStore& store, const OrganisationStore& organisation, const MandatePowers& powers, const Clock& clock)
        : store_(store), organisation_(organisation), powers_(powers), clock_(clock) {}

    [[nodiscard]] std::optional<mandates::MandateInfo> substituteOf(std::string_view giverPostId, mandates::Act act,
                                                                    const mandates::Subject& subject, Timestamp at) const override;
    [[nodiscard]] std::vector<mandates::MandateInfo> actingFor(std::string_view substitutePostId) const override;
    [[nodiscard]] std::optional<mandates::MandateInfo> inForce(std::string_view mandateId, Timestamp at) const override;
    void require(db::Reader& reader, const http::Caller& caller, mandates::Act act, const mandates::Subject& subject) const override;

    /// The mandates in force now that this post was given.
    [[nodiscard]] std::vector<Mandate> givenTo(std::string_view substitutePostId) const;
    /// Posts that may answer a work item of the giver's now.
    [[nodiscard]] std::vector<std::string> substitutesFor(std::string_view giverPostId, std::string_view workKind,
                                                          const mandates::Subject& subject) const;
    /// The mandate that the person may act by now; null-like when there is none.
    [[nodiscard]] std::optional<Mandate> ofPerson(std::string_view mandateId, std::string_view personId) const;
    /// Who acts by the mandate: the giver's post with the substitute's person and the permissions of the mandate's acts.
    [[nodiscard]] std::optional<http::Caller> callerBy(const Mandate& mandate) const;
    [[nodiscard]] mandates::MandateInfo infoOf(const Mandate& mandate) const;
    [[nodiscard]] const MandatePowers& powers() const { return powers_; }

private:
    [[nodiscard]] OrganisationFacts facts() const { return OrganisationFacts{organisation_.current()}; }

    const MandateStore& store_;
    const OrganisationStore& organisation_;
    const MandatePowers& powers_;
    const Clock& clock_;
    MandateRepository repository_;
};

}  // namespace congvu::core
