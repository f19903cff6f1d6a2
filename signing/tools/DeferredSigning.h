// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "congvu/signing/pades/PadesSignature.h"

namespace congvu::signing::tool {

/// Signing in two runs of the program, with a key that is elsewhere.
struct DeferredOptions {
    std::string certificates;  ///< first run: PEM file of the signer's certificate and its issuers
    std::string state;         ///< second run: what the first one wrote
    std::string value;         ///< second run: file of the signature value
};

void addDeferredOptions(CLI::App& command, DeferredOptions& options);

/// Writes the state to `output` and one JSON object on a line to standard output: what must be signed.
/// `algorithm` may be empty: what suits the key.
void prepareTo(const std::string& output, ByteView document, const SignatureRequest& request, const DeferredOptions& options,
               const std::string& algorithm);

/// Gives the bytes to append to `document`. Throws SigningError: documentChanged, keyMismatch, and as PadesSignature::finish.
Bytes finishFrom(const DeferredOptions& options, ByteView document, TimeStampSource* timeStamps);

}  // namespace congvu::signing::tool
