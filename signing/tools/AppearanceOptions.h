// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "congvu/signing/pades/SignatureRequest.h"

namespace congvu::signing::tool {

/// What the command line of `sign` says about how the signature shows, and which fields are filled.
class AppearanceOptions {
public:
    void addTo(CLI::App& command);

    /// Sets appearance, place and texts of a request whose field, time and password are set. Throws SigningError,
    /// std::runtime_error.
    void applyTo(SignatureRequest& request, ByteView document) const;

private:
    std::shared_ptr<const Appearance> ownAppearance() const;
    void applyPreset(SignatureRequest& request, ByteView document) const;
    std::vector<FieldFill> fills() const;
    std::optional<Placement> placement() const;

    std::size_t page_ = 1;
    std::vector<double> rectangle_;
    std::string image_;
    std::vector<std::string> lines_;
    std::string font_;
    double fontSize_ = 10;
    std::string preset_;
    std::string beside_;
    double sealMillimetres_ = 0;
    std::string documentNumber_;
    std::string copyForm_;
    std::string agency_;
    std::vector<std::string> fills_;
};

}  // namespace congvu::signing::tool
