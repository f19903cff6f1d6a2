// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mandates/domain/MandateRules.h"
#include "organisation/domain/OrganisationSnapshot.h"

#include <memory>
#include <utility>

namespace congvu::core {

/// Answers the rules' questions from one state of the organisation.
class OrganisationFacts final : public PostFacts {
public:
    explicit OrganisationFacts(std::shared_ptr<const OrganisationSnapshot> organisation) : organisation_(std::move(organisation)) {}

    [[nodiscard]] bool isHeld(std::string_view postId, Date day) const override {
        const auto* post = organisation_->post(postId);
        return post != nullptr && organisation_->isActive(*post, day);
    }
    [[nodiscard]] std::string_view personOf(std::string_view postId) const override {
        const auto* post = organisation_->post(postId);
        return post == nullptr ? std::string_view{} : std::string_view{post->personId};
    }
    [[nodiscard]] bool isInside(std::string_view unitId, std::string_view rootId) const override {
        return organisation_->isInSubtree(unitId, rootId);
    }
    [[nodiscard]] const OrganisationSnapshot& snapshot() const { return *organisation_; }

private:
    std::shared_ptr<const OrganisationSnapshot> organisation_;
};

}  // namespace congvu::core
