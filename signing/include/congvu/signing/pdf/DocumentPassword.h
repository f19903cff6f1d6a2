// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "congvu/signing/keys/SecretText.h"

namespace congvu::signing {

/// The user or owner password of an encrypted PDF (ISO 32000-2, 7.6.4), in locked memory that copies share. Without one,
/// only the empty user password is tried, which opens documents that are protected but not secret.
class DocumentPassword {
public:
    DocumentPassword() = default;
    /// UTF-8.
    explicit DocumentPassword(std::string_view password) : DocumentPassword(SecretText(password)) {}
    explicit DocumentPassword(SecretText password) : secret_(std::make_shared<const SecretText>(std::move(password))) {}

    std::string_view view() const { return secret_ == nullptr ? std::string_view() : secret_->view(); }
    bool empty() const { return view().empty(); }

private:
    std::shared_ptr<const SecretText> secret_;
};

}  // namespace congvu::signing
